package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Literal;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/**
 * The options of one decorator, or of one entry of a descriptor. Each is asked for by its name;
 * {@link #refuseOthers} then reports those that nobody asked for.
 */
final class Options {
  private final String decorator;
  private final Place place;
  private final Diagnostics diagnostics;
  private final Map<String, Expression.Keyword> written = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final boolean isByName;

  /**
   * Of an expression.
   *
   * @param written the decorator; for a descriptor's entry the call that means the same
   * @param place where it stands
   */
  Options(
      Mark mark,
      Expression written,
      Place place,
      Placeholders placeholders,
      Diagnostics diagnostics) {
    this.decorator = "@" + mark.simpleName();
    this.place = place;
    this.diagnostics = diagnostics;
    List<Position> unnamed = new ArrayList<>();
    Replacement replacement = new Replacement(placeholders, place, diagnostics);
    if (written instanceof Expression.Call call) {
      call.arguments().forEach(argument -> unnamed.add(argument.position()));
      call.keywords().forEach(option -> add(replacement.in(option), unnamed));
    }
    this.isByName = unnamed.isEmpty();
    if (!isByName) {
      refuseUnnamed(unnamed.get(0));
    }
  }

  /** Where they stand. */
  Place place() {
    return place;
  }

  /** Reports a mistake in them. */
  void report(Position position, String message, String advice) {
    place.at(position).report(diagnostics, message, advice);
  }

  /** Whether every option is written by its name, so that it is known which are there. */
  boolean isByName() {
    return isByName;
  }

  private void refuseUnnamed(Position position) {
    report(
        position,
        decorator + " takes its options by name",
        "Write each as name=value: decorators are read without running Python.");
  }

  private void add(Expression.Keyword option, List<Position> unnamed) {
    String name = option.name();
    if (name == null) {
      unnamed.add(option.position());
    } else if (written.put(name, option) != null) {
      report(
          option.position(),
          "option '" + name + "' of " + decorator + " is written twice",
          "Keep one of the two.");
    }
  }

  /** Says that these are options, whoever asks for them later. */
  Options expect(List<String> names) {
    known.addAll(names);
    return this;
  }

  /** The value as it is written. */
  Optional<Expression> expression(String name) {
    known.add(name);
    return Optional.ofNullable(written.get(name)).map(Expression.Keyword::value);
  }

  /** A string. */
  Optional<String> text(String name) {
    return literal(name, String.class, "a string").filter(text -> notBlank(name, text));
  }

  /** A string that names something within a schema. */
  Optional<String> simpleName(String name) {
    Optional<String> text = text(name);
    if (text.filter(t -> t.contains(".")).isPresent()) {
      wrongValue(name, "a name without a schema: there is the option schema for that");
    }
    return text;
  }

  /**
   * The option {@code name}, by default the name of the function; a body has none.
   *
   * @param example for a message
   */
  String nameOf(Subject subject, String example) {
    Optional<String> name = simpleName("name");
    if (subject.body().isPresent() && expression("name").isEmpty()) {
      missing("name", "name=\"" + example + "\"");
    }
    return name.orElse(subject.function().name());
  }

  private boolean notBlank(String name, String text) {
    if (text.isBlank()) {
      wrongValue(name, "a string that is not empty");
    }
    return !text.isBlank();
  }

  /** True or False; False if it is not written. */
  boolean flag(String name) {
    return literal(name, Boolean.class, "True or False").orElse(false);
  }

  /** A number greater than zero. */
  Optional<Double> positiveNumber(String name) {
    return literal(name, Number.class, "a number")
        .map(Number::doubleValue)
        .filter(
            number -> {
              boolean isPositive = number > 0 && Double.isFinite(number);
              if (!isPositive) {
                wrongValue(name, "a number greater than zero");
              }
              return isPositive;
            });
  }

  /** One of an enumeration's names, in any case. */
  <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type, Case letters) {
    String choices =
        Arrays.stream(type.getEnumConstants())
            .map(choice -> '"' + letters.of(choice.name()) + '"')
            .collect(Collectors.joining(", "));
    return literal(name, String.class, "one of " + choices)
        .flatMap(
            text -> {
              Optional<E> value =
                  Arrays.stream(type.getEnumConstants())
                      .filter(choice -> letters.of(choice.name()).equalsIgnoreCase(text.strip()))
                      .findFirst();
              if (value.isEmpty()) {
                wrongValue(name, "one of " + choices);
              }
              return value;
            });
  }

  /** How an enumeration's names are usually written. */
  enum Case {
    LOWER,
    UPPER;

    String of(String name) {
      return this == LOWER ? name.toLowerCase(Locale.ROOT) : name.replace('_', ' ');
    }
  }

  /**
   * A list or tuple of strings; empty if it is not written.
   *
   * @param example one of them, for a message
   */
  List<String> texts(String name, String example) {
    Optional<Expression> value = expression(name);
    List<String> texts = new ArrayList<>();
    if (value.isPresent()) {
      List<Expression> elements =
          value.get() instanceof Expression.Sequence sequence ? sequence.elements() : List.of();
      for (Expression element : elements) {
        if (element instanceof Literal literal && literal.value() instanceof String text) {
          texts.add(text);
        }
      }
      if (texts.isEmpty() || texts.size() < elements.size()) {
        wrongValue(name, "a list of strings, such as " + name + "=[\"" + example + "\"]");
      }
    }
    return texts;
  }

  /** A dictionary whose keys are strings, in the order written; empty if it is not written. */
  Map<String, Expression> mapping(String name, String example) {
    Map<String, Expression> values = new LinkedHashMap<>();
    entries(name, example).forEach((key, entry) -> values.put(key, entry.value()));
    return values;
  }

  /** The same with the keys as they are written. */
  Map<String, Expression.Entry> entries(String name, String example) {
    Optional<Expression> value = expression(name);
    Map<String, Expression.Entry> entries = new LinkedHashMap<>();
    if (value.isPresent()) {
      List<Expression.Entry> written =
          value.get() instanceof Expression.Mapping mapping ? mapping.entries() : List.of();
      for (Expression.Entry entry : written) {
        entry.key().text().filter(k -> !k.isBlank()).ifPresent(k -> entries.put(k, entry));
      }
      if (entries.isEmpty() || entries.size() < written.size()) {
        wrongValue(name, "a dictionary of distinct names, such as " + name + "=" + example);
      }
    }
    return entries;
  }

  /** The option {@code comment}; blocks of YAML end with a line end that is no part of it. */
  Optional<String> comment() {
    Optional<String> comment = text("comment");
    return place.notation() == Notation.DESCRIPTOR ? comment.map(String::stripTrailing) : comment;
  }

  /** The option {@code install}. */
  Optional<Turn> turn() {
    return oneOf("install", Turn.class, Case.LOWER);
  }

  /** The options {@code owner} and {@code grant}. */
  Privileges privileges() {
    Optional<String> owner = text("owner");
    String example = "{\"app\": \"execute\"}";
    Map<String, Expression> grants = mapping("grant", example);
    for (Expression privilege : grants.values()) {
      if (privilege.text().filter(text -> text.strip().equalsIgnoreCase("execute")).isEmpty()) {
        wrongValue("grant", "a dictionary of roles and \"execute\", such as " + example);
      }
    }
    return new Privileges(
        owner, grants.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(grants.keySet())));
  }

  /** Reports that an option is missing, and shows how it is written. */
  void missing(String option, String example) {
    report(
        place.position(),
        decorator + " has no option '" + option + "'",
        "Write for example " + example + ".");
  }

  private <T> Optional<T> literal(String name, Class<T> type, String expected) {
    Optional<Expression> value = expression(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof Literal literal && type.isInstance(literal.value())) {
      return Optional.of(type.cast(literal.value()));
    }
    wrongValue(name, expected);
    return Optional.empty();
  }

  /** Reports that an option's value is not what it should be. */
  void wrongValue(String name, String expected) {
    Expression.Keyword option = written.get(name);
    if (option == null) {
      throw new IllegalStateException("the option was not written: " + name);
    }
    report(
        option.value().position(),
        "option '" + name + "' of " + decorator + " must be " + expected,
        adviceFor(option.value(), expected));
  }

  private String adviceFor(Expression value, String expected) {
    boolean isNumberForText =
        value instanceof Literal literal
            && (literal.value() instanceof Number || literal.value() instanceof Boolean)
            && expected.startsWith("a string");
    if (isNumberForText) {
      return "Replace this value, or put it in quotes.";
    }
    return value instanceof Literal
            || value instanceof Expression.Sequence
            || value instanceof Expression.Mapping
        ? "Replace this value."
        : "Write the value itself: decorators are read without running Python.";
  }

  /** Reports the options that nobody asked for. */
  void refuseOthers() {
    for (Expression.Keyword option : written.values()) {
      String name = option.name();
      if (name != null && !known.contains(name)) {
        report(
            option.position(),
            "unknown option '" + name + "' of " + decorator,
            Spelling.didYouMean(name, known)
                + "The options are: "
                + String.join(", ", known)
                + ".");
      }
    }
  }
}
