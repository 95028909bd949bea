package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plpython.descriptor.Declaration.TriggerOptions;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Literal;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/** Reads the options of one {@code @pltrigger}. */
final class TriggerOptionReader {
  private static final String EVENTS =
      Arrays.stream(Event.values())
          .map(event -> '"' + event.name() + '"')
          .collect(Collectors.joining(", "));

  private final Options options;
  private final Diagnostics diagnostics;

  TriggerOptionReader(Options options, Diagnostics diagnostics) {
    this.options = options;
    this.diagnostics = diagnostics;
  }

  /** The options; what is missing or wrong has been reported, and something stands in for it. */
  TriggerOptions read(Subject subject) {
    TriggerDefinition definition = definition();
    Optional<String> table = options.text("table");
    Optional<Expression> model = options.expression("model");
    requireTable();
    String name = options.nameOf(subject, "clean_isbn");
    Optional<String> schema = options.text("schema");
    Optional<Turn> turn = options.turn();
    boolean isDetached = options.flag("detach");
    options.refuseOthers();
    return new TriggerOptions(
        options.place(), name, schema, table, model, definition, turn, isDetached);
  }

  /** Rules are for what is known: a stand-in for a mistake would break some of them. */
  private TriggerDefinition definition() {
    int before = diagnostics.count();
    List<Event> events = events();
    Timing timing = options.oneOf("when", Timing.class, Options.Case.UPPER).orElse(Timing.BEFORE);
    if (options.isByName() && options.expression("when").isEmpty()) {
      options.missing("when", "when=\"BEFORE\"");
    }
    TriggerDefinition definition =
        new TriggerDefinition(
            timing,
            options.oneOf("level", Level.class, Options.Case.LOWER).orElse(Level.ROW),
            events,
            options.texts("of", "isbn"),
            options.text("condition"),
            new TransitionTables(options.text("old_table"), options.text("new_table")),
            options.texts("args", "10"),
            constraint(),
            options.oneOf("enabled", EnabledState.class, Options.Case.LOWER));
    if (diagnostics.count() == before) {
      new TriggerRules(definition, this::reportAt).check();
    }
    return definition;
  }

  private List<Event> events() {
    Optional<String> text = options.text("event");
    if (options.isByName() && options.expression("event").isEmpty()) {
      options.missing("event", "event=\"INSERT OR UPDATE\"");
    }
    List<Event> events = new ArrayList<>();
    for (String word :
        text.map(t -> List.of(t.strip().split("(?i)\\s+OR\\s+"))).orElse(List.of())) {
      Optional<Event> event =
          Arrays.stream(Event.values())
              .filter(e -> e.name().equals(word.toUpperCase(Locale.ROOT)))
              .findFirst();
      if (event.isEmpty() || events.contains(event.get())) {
        options.wrongValue("event", "one or more of " + EVENTS + ", each once, joined by OR");
        return List.of();
      }
      events.add(event.get());
    }
    return events.stream().sorted().toList();
  }

  private Optional<Deferral> constraint() {
    boolean isConstraint = options.flag("constraint");
    Optional<Expression> deferrable = options.expression("deferrable");
    Deferral deferral = deferrable.map(this::deferral).orElse(Deferral.NOT_DEFERRABLE);
    if (!isConstraint && deferral != Deferral.NOT_DEFERRABLE) {
      reportAt(
          List.of("deferrable"),
          "only a constraint trigger can be deferred",
          "Add constraint=True, or remove the option.");
    }
    return isConstraint ? Optional.of(deferral) : Optional.empty();
  }

  private Deferral deferral(Expression written) {
    Object value = written instanceof Literal literal ? literal.value() : null;
    if (Boolean.TRUE.equals(value)) {
      return Deferral.INITIALLY_IMMEDIATE;
    } else if (value instanceof String text
        && text.strip().equalsIgnoreCase("initially deferred")) {
      return Deferral.INITIALLY_DEFERRED;
    } else if (!Boolean.FALSE.equals(value)) {
      options.wrongValue("deferrable", "True, False or \"initially deferred\"");
    }
    return Deferral.NOT_DEFERRABLE;
  }

  private void requireTable() {
    boolean table = options.expression("table").isPresent();
    boolean model = options.expression("model").isPresent();
    if (options.isByName() && !table && !model) {
      options.report(
          options.place().position(),
          "@pltrigger names neither a table nor a model",
          "Write table=\"shop.book\", or model= with a class whose table is known.");
    } else if (table && model) {
      options.report(
          options.place().position(),
          "@pltrigger names both a table and a model",
          "Keep one of the two: the model's table is @pltable's, or its __tablename__.");
    }
  }

  /** At the value of the first option that is written, else at the decorator. */
  private void reportAt(List<String> names, String message, String advice) {
    Position place =
        names.stream()
            .flatMap(name -> options.expression(name).stream())
            .map(Expression::position)
            .findFirst()
            .orElse(options.place().position());
    options.report(place, message, advice);
  }
}
