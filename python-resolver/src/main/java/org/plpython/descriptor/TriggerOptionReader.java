package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plpython.descriptor.Declaration.TriggerOptions;
import org.plpython.python.Expression;
import org.plpython.python.Statement.Function;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;
import org.plpython.source.SourceFile;

/** Reads the options of one {@code @pltrigger}. */
final class TriggerOptionReader {
  private static final String EVENTS =
      Arrays.stream(Event.values())
          .map(event -> '"' + event.name() + '"')
          .collect(Collectors.joining(", "));

  private final Options options;
  private final SourceFile file;
  private final Diagnostics diagnostics;

  TriggerOptionReader(Options options, SourceFile file, Diagnostics diagnostics) {
    this.options = options;
    this.file = file;
    this.diagnostics = diagnostics;
  }

  /** The options; what is missing or wrong has been reported, and something stands in for it. */
  TriggerOptions read(Function function, Position position) {
    List<Event> events = events(position);
    Optional<Timing> timing = options.oneOf("when", Timing.class, Options.Case.UPPER);
    requireWhen(position);
    Optional<String> table = options.text("table");
    Optional<Expression> model = options.expression("model");
    requireTable(position);
    String name = options.simpleName("name").orElse(function.name());
    Optional<String> schema = options.text("schema");
    List<String> columns = columns(events, position);
    Optional<String> condition = options.text("condition");
    options.refuseOthers();
    return new TriggerOptions(
        position,
        name,
        schema,
        table,
        model,
        timing.orElse(Timing.BEFORE),
        events,
        columns,
        condition);
  }

  private List<Event> events(Position position) {
    Optional<String> text = options.text("event");
    if (options.isByName() && options.expression("event").isEmpty()) {
      missing(position, "event", "event=\"INSERT OR UPDATE\"");
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

  private void requireWhen(Position position) {
    if (options.isByName() && options.expression("when").isEmpty()) {
      missing(position, "when", "when=\"BEFORE\"");
    }
  }

  private void requireTable(Position position) {
    boolean table = options.expression("table").isPresent();
    boolean model = options.expression("model").isPresent();
    if (options.isByName() && !table && !model) {
      diagnostics.report(
          file,
          position,
          "@pltrigger names neither a table nor a model",
          "Write table=\"shop.book\", or model= with a class whose table is known.");
    } else if (table && model) {
      diagnostics.report(
          file,
          position,
          "@pltrigger names both a table and a model",
          "Keep one of the two: the model's table is @pltable's, or its __tablename__.");
    }
  }

  private List<String> columns(List<Event> events, Position position) {
    List<String> columns = options.texts("of");
    if (!columns.isEmpty() && !events.isEmpty() && !events.contains(Event.UPDATE)) {
      diagnostics.report(
          file,
          position,
          "option 'of' of @pltrigger names columns, but the trigger does not fire on UPDATE",
          "Add UPDATE to the event, or remove the option.");
    }
    return columns;
  }

  private void missing(Position position, String option, String example) {
    diagnostics.report(
        file,
        position,
        "@pltrigger has no option '" + option + "'",
        "Write for example " + example + ".");
  }
}
