package org.plpython.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plpython.descriptor.Declaration.EventTriggerDeclaration;
import org.plpython.descriptor.Declaration.EventTriggerOptions;
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
    this.names = new NameLength(declaration.file().source(), diagnostics);
    this.diagnostics = diagnostics;
  }

  /** The function, then its triggers; empty if something is wrong, which has been reported. */
  List<DatabaseObject> build(ProgramBuilder programs) {
    int before = diagnostics.count();
    List<Argument> arguments =
        new TriggerParameters(declaration.file(), function, diagnostics)
            .read("an event trigger's", Set.of(Argument.TD, Argument.PLPY));
    names.check(function.position(), "function", function.name());
    declaration.triggers().forEach(this::checkNames);
    refuseSeveralSchemas();
    Optional<String> comment =
        Docstring.comment(function, declaration.file().source(), diagnostics);
    Program program = programs.program(function, List.of());
    if (diagnostics.count() > before) {
      return List.of();
    }
    return objects(
        new EventTriggerFunction(
            new QualifiedName(declaration.triggers().get(0).schema(), function.name()),
            arguments,
            comment,
            program,
            programs.origin(function, function.position())));
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
              new Origin(calls.origin().file(), options.position(), calls.origin().lines())));
    }
    return objects;
  }

  private void checkNames(EventTriggerOptions options) {
    names.check(options.position(), "event trigger", options.name());
    options.schema().ifPresent(schema -> names.check(options.position(), "schema", schema));
  }

  private void refuseSeveralSchemas() {
    Set<Optional<String>> schemas =
        declaration.triggers().stream()
            .map(EventTriggerOptions::schema)
            .collect(Collectors.toSet());
    if (schemas.size() > 1) {
      diagnostics.report(
          declaration.file().source(),
          function.position(),
          "the event triggers name several schemas for their function",
          "Write the same schema=\"...\" in each @pleventtrigger.");
    }
  }
}
