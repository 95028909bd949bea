package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plpython.descriptor.Declaration.EventTriggerDeclaration;
import org.plpython.descriptor.Declaration.EventTriggerOptions;
import org.plpython.descriptor.Declaration.TriggerDeclaration;
import org.plpython.descriptor.Declaration.TriggerOptions;
import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement;
import org.plpython.python.Statement.Decorator;
import org.plpython.python.Statement.Function;
import org.plpython.python.Statement.ImportedName;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/** Reads what a file declares. */
public final class DeclarationReader {
  private final PythonFile file;
  private final Placeholders placeholders;
  private final Diagnostics diagnostics;

  /** For one file; mistakes go to the diagnostics. */
  public DeclarationReader(PythonFile file, Placeholders placeholders, Diagnostics diagnostics) {
    this.file = file;
    this.placeholders = placeholders;
    this.diagnostics = diagnostics;
  }

  /** The declarations, in the file's order; a mistake in one leaves it as whole as can be. */
  public List<Declaration> read() {
    List<Declaration> declarations = new ArrayList<>();
    for (Statement statement : file.statements()) {
      if (statement instanceof Function function) {
        readFunction(function).ifPresent(declarations::add);
      } else if (statement instanceof Statement.ClassDefinition definition) {
        definition.decorators().forEach(this::refuseOnClass);
        Mark.argumentOn(file, definition, Mark.PLTABLE).ifPresent(this::refusePlaceholders);
        Mark.argumentOn(file, definition, Mark.PLTYPE).ifPresent(this::refusePlaceholders);
      }
      refuseMixedImport(statement);
      refuseOtherUse(statement);
      statement.imported().forEach(name -> refuseMissing(name.position(), name.origin()));
    }
    file.nestedDecorators().forEach(this::refuseNested);
    file.importedWhenCalled().stream()
        .filter(name -> Mark.isDeclaring(name.origin()))
        .forEach(this::refuseLateImport);
    return declarations;
  }

  private Optional<Declaration> readFunction(Function function) {
    List<Decorator> functions = marked(function, Mark.PLFUNCTION);
    functions.addAll(marked(function, Mark.PLPROCEDURE));
    List<Decorator> triggers = marked(function, Mark.PLTRIGGER);
    List<Decorator> eventTriggers = marked(function, Mark.PLEVENTTRIGGER);
    function.decorators().forEach(decorator -> refuseNotImported(decorator.expression()));
    marked(function, Mark.PLTABLE).forEach(d -> refuseOnFunction(d, "the table's rows"));
    marked(function, Mark.PLTYPE).forEach(d -> refuseOnFunction(d, "the type's values"));
    marked(function, Mark.PLAGGREGATE).forEach(d -> refuseLoneAggregate(d, functions));
    if (!eventTriggers.isEmpty()) {
      return readEventTriggers(function, eventTriggers, functions.size() + triggers.size());
    }
    if (functions.size() + Math.min(triggers.size(), 1) > 1) {
      report(
          position(functions.get(0)),
          "'" + function.name() + "' is declared as a function twice, or as function and trigger",
          "Keep one of the decorators. Call a shared helper from both if you need" + " both.");
      return Optional.empty();
    }
    if (!functions.isEmpty() || !triggers.isEmpty()) {
      Redefinition.refuse(file, function, diagnostics);
    }
    return functions.isEmpty()
        ? readTriggers(function, triggers)
        : Optional.of(readFunction(function, functions.get(0)));
  }

  private Declaration readFunction(Function function, Decorator decorator) {
    Mark mark = markOf(decorator.expression()).orElseThrow();
    return new RoutineOptionReader(options(mark, decorator))
        .read(
            Subject.of(file, function),
            mark == Mark.PLFUNCTION ? RoutineKind.FUNCTION : RoutineKind.PROCEDURE,
            readAggregates(function));
  }

  private List<Declaration.AggregateOptions> readAggregates(Function function) {
    return marked(function, Mark.PLAGGREGATE).stream()
        .map(
            decorator ->
                new AggregateOptionReader(options(Mark.PLAGGREGATE, decorator))
                    .read(Subject.of(file, function)))
        .toList();
  }

  private Options options(Mark mark, Decorator decorator) {
    Place place = new Place(file.source(), position(decorator), Notation.DECORATOR);
    return new Options(mark, decorator.expression(), place, placeholders, diagnostics);
  }

  private Optional<Declaration> readTriggers(Function function, List<Decorator> decorators) {
    List<TriggerOptions> triggers = new ArrayList<>();
    for (Decorator decorator : decorators) {
      triggers.add(
          new TriggerOptionReader(options(Mark.PLTRIGGER, decorator), diagnostics)
              .read(Subject.of(file, function)));
    }
    return triggers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TriggerDeclaration(file, function, Optional.empty(), function.name(), triggers));
  }

  private Optional<Declaration> readEventTriggers(
      Function function, List<Decorator> decorators, int others) {
    if (others > 0) {
      report(
          position(decorators.get(0)),
          "'" + function.name() + "' is declared as an event trigger's function, and otherwise too",
          "PostgreSQL wants a function of its own for each: call a shared helper from both.");
      return Optional.empty();
    }
    Redefinition.refuse(file, function, diagnostics);
    List<EventTriggerOptions> triggers = new ArrayList<>();
    for (Decorator decorator : decorators) {
      triggers.add(
          new EventTriggerOptionReader(options(Mark.PLEVENTTRIGGER, decorator))
              .read(Subject.of(file, function)));
    }
    return Optional.of(
        new EventTriggerDeclaration(file, function, Optional.empty(), function.name(), triggers));
  }

  private List<Decorator> marked(Function function, Mark mark) {
    return function.decorators().stream()
        .filter(decorator -> markOf(decorator.expression()).filter(mark::equals).isPresent())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Optional<Mark> markOf(Expression decorator) {
    return file.qualify(decorator.called()).flatMap(Mark::named);
  }

  private static Position position(Decorator decorator) {
    return decorator.expression().position();
  }

  /** A decorator that looks like ours, and is not, would be passed over in silence. */
  private void refuseNotImported(Expression decorator) {
    if (decorator.called() instanceof Expression.Attribute attribute) {
      file.qualify(attribute).ifPresent(name -> refuseMissing(attribute.position(), name));
    }
    refuseStranger(decorator.called());
    if (decorator.called() instanceof Expression.Name name
        && file.originOf(name.id()).isEmpty()
        && Mark.isMarksName(name.id())) {
      List<Statement> binding = file.binding(name.id());
      if (binding.isEmpty() || binding.get(0) instanceof Statement.Other) {
        report(
            name.position(),
            "'" + name.id() + "' is not imported" + (binding.isEmpty() ? "" : " in a plain way"),
            "Add at the top, on a line of its own: from plpython import " + name.id());
      }
    }
  }

  /** A decorator named like one of ours that comes from somewhere else. */
  private void refuseStranger(Expression decorator) {
    String origin =
        decorator instanceof Expression.Name name ? file.originOf(name.id()).orElse("") : "";
    Mark.stranger(origin)
        .ifPresent(
            name ->
                report(
                    decorator.position(),
                    "'" + origin + "' is no decorator of plpython's",
                    "Write from plpython import " + name + "."));
  }

  private void refuseMissing(Position position, String qualifiedName) {
    Mark.missing(qualifiedName)
        .ifPresent(
            name ->
                report(
                    position,
                    "plpython has no '" + name + "'",
                    Spelling.didYouMean(name, Mark.exported())
                        + "It has: "
                        + String.join(", ", Mark.exported())
                        + "."));
  }

  private void refuseOnClass(Decorator decorator) {
    refuseNotImported(decorator.expression());
    markOf(decorator.expression())
        .filter(mark -> mark != Mark.PLTABLE && mark != Mark.PLTYPE)
        .ifPresent(
            mark ->
                report(
                    position(decorator),
                    "@" + mark.simpleName() + " stands on a class",
                    "Put it on a function."));
  }

  /** Once where a class names its table or its type, and not wherever somebody uses the class. */
  private void refusePlaceholders(Expression argument) {
    Place place = new Place(file.source(), argument.position(), Notation.DECORATOR);
    new Replacement(placeholders, place, diagnostics).in(argument);
  }

  private void refuseOnFunction(Decorator decorator, String classOf) {
    String mark = markOf(decorator.expression()).orElseThrow().simpleName();
    report(
        position(decorator),
        "@" + mark + " stands on a function",
        "Put it on the class of " + classOf + ".");
  }

  private void refuseLoneAggregate(Decorator decorator, List<Decorator> functions) {
    if (functions.isEmpty()) {
      report(
          position(decorator),
          "@plaggregate stands on a function that is not installed",
          "Add @plfunction below it: the function is the aggregate's state function.");
    }
  }

  private void refuseNested(Expression decorator) {
    markOf(decorator)
        .ifPresent(
            mark ->
                report(
                    decorator.position(),
                    "@" + mark.simpleName() + " is not at the top level of the file",
                    "Move the definition to the top level: nothing that is defined inside of"
                        + " another statement can be installed."));
  }

  private void refuseMixedImport(Statement statement) {
    List<ImportedName> ours =
        statement.imported().stream().filter(n -> Mark.isDeclaring(n.origin())).toList();
    boolean isAlone =
        statement instanceof Statement.Import && ours.size() == statement.imported().size();
    if (!ours.isEmpty() && !isAlone) {
      report(
          ours.get(0).position(),
          "this line does not import plpython alone",
          "Import plpython on a line of its own: that line does not travel to the server.");
    }
  }

  /** What is not written as a decorator is not seen, and would be missing in silence. */
  private void refuseOtherUse(Statement statement) {
    if (statement instanceof Statement.Other) {
      statement.names().uses().stream()
          .sorted()
          .filter(name -> file.qualify(name).flatMap(Mark::named).isPresent())
          .forEach(
              name ->
                  report(
                      new Position(statement.lines().first(), 1),
                      "'" + name + "' is used otherwise than as a decorator",
                      "Write @"
                          + name
                          + " above each def: sources are read without running them."));
    }
  }

  private void refuseLateImport(ImportedName name) {
    report(
        name.position(),
        "'"
            + name.name()
            + "' is imported when a function is called, and the server has no plpython",
        "Import it at the top of the file: the installed code finds plpy there.");
  }

  private void report(Position position, String message, String advice) {
    diagnostics.report(file.source(), position, message, advice);
  }
}
