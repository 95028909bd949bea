package org.plpython.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plpython.descriptor.Declaration.EventTriggerDeclaration;
import org.plpython.descriptor.Declaration.EventTriggerOptions;
import org.plpython.descriptor.Place;
import org.plpython.object.Routine.EventTriggerFunction;
import org.plpython.object.TriggerCall.Argument;
import org.plpython.python.Statement;
import org.plpython.source.Diagnostics;

/** Builds event triggers and their function from a declaration. */
final class EventTriggerBuilder {
  private final EventTriggerDeclaration declaration;
  private final Statement.Function function;
  private final NameLength names;
  private final Diagnostics diagnostics;

  EventTriggerBuilder(EventTriggerDeclaration declaration, Diagnostics diagnostics) {
    this.declaration = declaration;
    this.function = declaration.function();
    this.names = new NameLength(diagnostics);
    this.diagnostics = diagnostics;
  }

  /** The function, then its triggers; empty if something is wrong, which has been reported. */
  List<DatabaseObject> build(ProgramBuilder programs) {
    int before = diagnostics.count();
    List<Argument> arguments =
        new TriggerParameters(declaration.file(), function, diagnostics)
            .read("an event trigger's", Set.of(Argument.TD, Argument.PLPY));
    names.check(named(), "function", declaration.name());
    declaration.triggers().forEach(this::checkNames);
    refuseSeveralSchemas();
    Optional<String> comment = Docstring.comment(declaration, diagnostics);
    WrittenCode written =
        WrittenCode.of(
            declaration,
            declaration.triggers().get(0).place(),
            programs,
            () -> programs.program(function, List.of()));
    if (diagnostics.count() > before) {
      return List.of();
    }
    return objects(
        new EventTriggerFunction(
            new QualifiedName(declaration.triggers().get(0).schema(), declaration.name()),
            arguments,
            comment,
            written.code(),
            Install.earliest(declaration.triggers().stream().map(EventTriggerOptions::turn)),
            written.origin()));
  }

  private List<DatabaseObject> objects(EventTriggerFunction calls) {
    List<DatabaseObject> objects = new ArrayList<>(List.of(calls));
    for (EventTriggerOptions options : declaration.triggers()) {
      objects.add(
          new EventTrigger(
              options.name(),
              options.event(),
              options.tags(),
              options.enabled(),
              calls,
              Install.of(options.turn()),
              calls.origin().at(options.place())));
    }
    return objects;
  }

  private void checkNames(EventTriggerOptions options) {
    names.check(options.place(), "event trigger", options.name());
    options.schema().ifPresent(schema -> names.check(options.place(), "schema", schema));
  }

  private void refuseSeveralSchemas() {
    Set<Optional<String>> schemas =
        declaration.triggers().stream()
            .map(EventTriggerOptions::schema)
            .collect(Collectors.toSet());
    if (schemas.size() > 1) {
      named()
          .report(
              diagnostics,
              "the event triggers name several schemas for their function",
              "Write the same schema=\"...\" in each @pleventtrigger.");
    }
  }

  /** Where the function is named. */
  private Place named() {
    return declaration.functionPlace(declaration.triggers().get(0).place());
  }
}
