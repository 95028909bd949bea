package org.plpython.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plpython.descriptor.Declaration.TriggerDeclaration;
import org.plpython.descriptor.Declaration.TriggerOptions;
import org.plpython.object.Routine.TriggerFunction;
import org.plpython.object.TriggerCall.Argument;
import org.plpython.python.Expression;
import org.plpython.python.Statement;
import org.plpython.python.Statement.ClassDefinition;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/** Builds triggers and their function from a declaration. */
final class TriggerBuilder {
  private final TriggerDeclaration declaration;
  private final Statement.Function function;
  private final ModelResolver models;
  private final NameLength names;
  private final Diagnostics diagnostics;

  TriggerBuilder(TriggerDeclaration declaration, ClassResolver classes, Diagnostics diagnostics) {
    this.declaration = declaration;
    this.function = declaration.function();
    this.models = new ModelResolver(declaration.file(), classes);
    this.names = new NameLength(declaration.file().source(), diagnostics);
    this.diagnostics = diagnostics;
  }

  /** The function, then its triggers; empty if something is wrong, which has been reported. */
  List<DatabaseObject> build(ProgramBuilder programs) {
    int before = diagnostics.count();
    refuseOtherKinds();
    TriggerCall call = call();
    List<Optional<QualifiedName>> tables =
        declaration.triggers().stream().map(this::table).toList();
    declaration.triggers().forEach(this::checkNames);
    Optional<String> comment =
        Docstring.comment(function, declaration.file().source(), diagnostics);
    Program program = programs.triggerProgram(function, call.modelNames());
    if (diagnostics.count() > before || tables.stream().anyMatch(Optional::isEmpty)) {
      return List.of();
    }
    List<QualifiedName> found = tables.stream().flatMap(Optional::stream).toList();
    Optional<QualifiedName> name = functionName(found);
    if (name.isEmpty()) {
      return List.of();
    }
    return objects(
        new TriggerFunction(
            name.get(), call, comment, program, programs.origin(function, function.position())),
        found);
  }

  private List<DatabaseObject> objects(TriggerFunction calls, List<QualifiedName> tables) {
    List<DatabaseObject> objects = new ArrayList<>(List.of(calls));
    for (int i = 0; i < tables.size(); i++) {
      TriggerOptions options = declaration.triggers().get(i);
      Origin at = calls.origin();
      objects.add(
          new Trigger(
              options.name(),
              tables.get(i),
              options.timing(),
              options.events(),
              options.columns(),
              options.condition(),
              calls,
              new Origin(at.file(), options.position(), at.lines())));
    }
    return objects;
  }

  private void refuseOtherKinds() {
    if (function.traits().isAsync() || function.traits().isGenerator()) {
      report(
          function.position(),
          "'" + function.name() + "' is async or a generator",
          "PostgreSQL calls trigger functions synchronously and uses what they return: write a"
              + " plain def.");
    }
  }

  private TriggerCall call() {
    List<Argument> arguments = new ArrayList<>();
    Optional<TriggerCall.Model> newModel = Optional.empty();
    Optional<TriggerCall.Model> oldModel = Optional.empty();
    for (Statement.Parameter parameter : function.parameters()) {
      Optional<Argument> argument = argument(parameter);
      argument.ifPresent(arguments::add);
      if (argument.equals(Optional.of(Argument.NEW))) {
        newModel = model(parameter);
      } else if (argument.equals(Optional.of(Argument.OLD))) {
        oldModel = model(parameter);
      }
    }
    return new TriggerCall(arguments, newModel, oldModel);
  }

  private Optional<Argument> argument(Statement.Parameter parameter) {
    Optional<Argument> argument =
        Arrays.stream(Argument.values())
            .filter(a -> a.name().toLowerCase(Locale.ROOT).equals(parameter.name()))
            .filter(a -> isPositional(parameter.kind()))
            .findFirst();
    if (argument.isEmpty()) {
      report(
          parameter.position(),
          "'" + parameter.name() + "' is no parameter of a trigger function",
          "Trigger functions take any of new, old, td and plpy, by these names.");
    }
    return argument;
  }

  private static boolean isPositional(Statement.Parameter.Kind kind) {
    return kind == Statement.Parameter.Kind.POSITIONAL
        || kind == Statement.Parameter.Kind.POSITIONAL_ONLY;
  }

  /** By its annotation, else by the one model that the triggers name. */
  private Optional<TriggerCall.Model> model(Statement.Parameter parameter) {
    if (parameter.annotation().isPresent()) {
      return models.classOf(parameter.annotation().get()).map(models::model);
    }
    List<TriggerCall.Model> named =
        declaration.triggers().stream()
            .flatMap(options -> options.model().flatMap(models::classOf).stream())
            .map(models::model)
            .distinct()
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  private Optional<QualifiedName> table(TriggerOptions options) {
    if (options.model().isPresent()) {
      return tableOfModel(options.model().get());
    }
    Optional<QualifiedName> table = options.table().flatMap(QualifiedName::parse);
    if (options.table().isPresent() && table.isEmpty()) {
      report(
          options.position(),
          "the table's name cannot be read",
          "Write table=\"book\" or table=\"shop.book\"; quote a part with a dot in it.");
    }
    return table;
  }

  private Optional<QualifiedName> tableOfModel(Expression model) {
    Optional<ClassDefinition> definition = models.classOf(model);
    Optional<QualifiedName> table =
        definition.flatMap(models::tableOf).flatMap(QualifiedName::parse);
    if (definition.isEmpty()) {
      report(
          model.position(),
          "the model is no class of this file",
          "Define the class at this file's top level, or name the table: table=\"shop.book\".");
    } else if (table.isEmpty()) {
      report(
          model.position(),
          "the model '" + definition.get().name() + "' does not name its table",
          "Decorate it with @pltable(\"shop.book\"), or give it __tablename__ = \"book\".");
    }
    return table;
  }

  /** In the schema that the options name, else in the tables'. */
  private Optional<QualifiedName> functionName(List<QualifiedName> tables) {
    Set<Optional<String>> schemas = new HashSet<>();
    for (int i = 0; i < tables.size(); i++) {
      schemas.add(declaration.triggers().get(i).schema().or(tables.get(i)::schema));
    }
    if (schemas.size() > 1) {
      report(
          function.position(),
          "the triggers' tables are in several schemas",
          "Write schema=\"...\" in each @pltrigger: the trigger function is in one schema.");
      return Optional.empty();
    }
    return Optional.of(new QualifiedName(schemas.iterator().next(), function.name()));
  }

  private void checkNames(TriggerOptions options) {
    names.check(options.position(), "trigger", options.name());
    names.check(function.position(), "function", function.name());
    options.schema().ifPresent(schema -> names.check(options.position(), "schema", schema));
  }

  private void report(Position position, String message, String advice) {
    diagnostics.report(declaration.file().source(), position, message, advice);
  }
}
