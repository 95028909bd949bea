package org.plpython.python;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plpython.source.Position;

/** The expressions that declarations are written in; everything else is {@link Other}. */
public sealed interface Expression {

  /** Where it begins. */
  Position position();

  /**
   * What is called, if it is a call; else the expression itself. So decorators name what they are.
   */
  default Expression called() {
    return this instanceof Call call ? call.function() : this;
  }

  /** The value of a literal string. */
  default Optional<String> text() {
    return this instanceof Literal literal && literal.value() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  /** A name: {@code int}. */
  record Name(Position position, String id) implements Expression {}

  /** {@code value.attribute}. */
  record Attribute(Position position, Expression value, String attribute) implements Expression {}

  /**
   * A literal, or what numbers and strings make that operators join: {@code -1}, {@code 24 * 60}.
   *
   * @param value {@link String}, {@link java.math.BigInteger}, {@link Double}, {@link Boolean};
   *     null for {@code None}
   */
  record Literal(Position position, @Nullable Object value) implements Expression {}

  /** {@code value[index]}; several indexes are a {@link Sequence}. */
  record Subscript(Position position, Expression value, Expression index) implements Expression {}

  /** A list or a tuple. */
  record Sequence(Position position, List<Expression> elements) implements Expression {
    public Sequence {
      elements = List.copyOf(elements);
    }
  }

  /** A dictionary display; a {@code **mapping} in it is left out. */
  record Mapping(Position position, List<Entry> entries) implements Expression {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** A key and its value. */
  record Entry(Expression key, Expression value) {}

  /** {@code left | right}. */
  record Union(Position position, Expression left, Expression right) implements Expression {}

  /** A call with positional and keyword arguments. */
  record Call(
      Position position, Expression function, List<Expression> arguments, List<Keyword> keywords)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
      keywords = List.copyOf(keywords);
    }
  }

  /**
   * An argument by keyword.
   *
   * @param name null for {@code **mapping}
   */
  record Keyword(Position position, @Nullable String name, Expression value) {}

  /** Anything else. */
  record Other(Position position) implements Expression {}
}
