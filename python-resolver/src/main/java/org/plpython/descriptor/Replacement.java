package org.plpython.descriptor;

import java.util.List;
import java.util.Set;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Entry;
import org.plpython.python.Expression.Keyword;
import org.plpython.python.Expression.Literal;
import org.plpython.python.Expression.Mapping;
import org.plpython.python.Expression.Sequence;
import org.plpython.source.Diagnostics;

/**
 * Puts the values of placeholders into options that hold names of the database, or SQL. Options
 * that are prose, words of ours or names of Python's stay as they are written.
 */
final class Replacement {
  private static final Set<String> OPTIONS =
      Set.of(
          "args",
          "condition",
          "grant",
          "initial",
          "name",
          "new_table",
          "of",
          "old_table",
          "owner",
          "parameters",
          "returns",
          "schema",
          "set",
          "sort_operator",
          "support",
          "table",
          "transforms");

  private final Placeholders placeholders;
  private final Place place;
  private final Diagnostics diagnostics;

  /**
   * For the options at one place.
   *
   * @param place in the file that holds them
   */
  Replacement(Placeholders placeholders, Place place, Diagnostics diagnostics) {
    this.placeholders = placeholders;
    this.place = place;
    this.diagnostics = diagnostics;
  }

  /** An option with the values; an unknown placeholder has been reported. */
  Keyword in(Keyword option) {
    return option.name() != null && OPTIONS.contains(option.name())
        ? new Keyword(option.position(), option.name(), in(option.value()))
        : option;
  }

  /** Each string in a value. */
  Expression in(Expression value) {
    if (value instanceof Literal literal && literal.value() instanceof String text) {
      return new Literal(literal.position(), replaced(literal, text));
    } else if (value instanceof Sequence sequence) {
      List<Expression> elements = sequence.elements().stream().map(this::in).toList();
      return new Sequence(sequence.position(), elements);
    } else if (value instanceof Mapping mapping) {
      List<Entry> entries =
          mapping.entries().stream().map(e -> new Entry(in(e.key()), in(e.value()))).toList();
      return new Mapping(mapping.position(), entries);
    }
    return value;
  }

  private String replaced(Literal literal, String text) {
    Place at = place.at(literal.position());
    return placeholders.in(text, (message, advice) -> at.report(diagnostics, message, advice));
  }
}
