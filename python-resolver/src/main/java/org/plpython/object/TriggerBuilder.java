package org.plpython.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plpython.descriptor.Declaration.TriggerDeclaration;
import org.plpython.descriptor.Declaration.TriggerOptions;
import org.plpython.descriptor.Level;
import org.plpython.descriptor.Place;
import org.plpython.descriptor.TransitionTables;
import org.plpython.object.Routine.TriggerFunction;
import org.plpython.object.TriggerCall.Argument;
import org.plpython.python.Expression;
import org.plpython.python.SourceTree.FoundClass;
import org.plpython.python.Statement;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/** Builds triggers and their function from a declaration. */
final class TriggerBuilder {
  private static final Set<Argument> ROWS = Set.of(Argument.NEW, Argument.OLD);

  private final TriggerDeclaration declaration;
  private final Statement.Function function;
  private final ClassResolver classes;
  private final ModelResolver models;
  private final NameLength names;
  private final Diagnostics diagnostics;

  TriggerBuilder(TriggerDeclaration declaration, ClassResolver classes, Diagnostics diagnostics) {
    this.declaration = declaration;
    this.function = declaration.function();
    this.classes = classes;
    this.models = new ModelResolver(declaration.file(), classes);
    this.names = new NameLength(diagnostics);
    this.diagnostics = diagnostics;
  }

  /** The function, then its triggers; empty if something is wrong, which has been reported. */
  List<DatabaseObject> build(ProgramBuilder programs) {
    int before = diagnostics.count();
    TriggerCall call = call();
    refuseRowsOfStatements();
    List<Optional<QualifiedName>> tables =
        declaration.triggers().stream().map(this::table).toList();
    declaration.triggers().forEach(this::checkNames);
    Optional<String> comment = Docstring.comment(declaration, diagnostics);
    WrittenCode written =
        WrittenCode.of(
            declaration,
            declaration.triggers().get(0).place(),
            programs,
            () -> programs.triggerProgram(function, classes.referenced()));
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
                name.get(),
                call,
                comment,
                written.code(),
                Install.earliest(declaration.triggers().stream().map(TriggerOptions::turn)),
                written.origin(),
                Checksum.UNKNOWN)
            .withChecksum(),
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
              options.definition(),
              calls,
              Install.of(options.turn()),
              options.isDetached(),
              at.at(options.place())));
    }
    return objects;
  }

  private TriggerCall call() {
    List<Argument> arguments =
        new TriggerParameters(declaration.file(), function, diagnostics)
            .read("a trigger", Set.of(Argument.values()));
    return new TriggerCall(arguments, model(Argument.NEW), model(Argument.OLD));
  }

  private Optional<TriggerCall.Model> model(Argument row) {
    return function.parameters().stream()
        .filter(parameter -> TriggerParameters.argument(parameter).equals(Optional.of(row)))
        .findFirst()
        .flatMap(this::model);
  }

  /** A statement may have touched any number of rows, or none. */
  private void refuseRowsOfStatements() {
    Optional<TriggerOptions> ofStatements =
        declaration.triggers().stream()
            .filter(trigger -> trigger.definition().level() == Level.STATEMENT)
            .findFirst();
    for (Statement.Parameter parameter : function.parameters()) {
      if (ofStatements.isPresent()
          && TriggerParameters.argument(parameter).filter(ROWS::contains).isPresent()) {
        report(
            parameter.position(),
            "there is no '"
                + parameter.name()
                + "' in a statement trigger, as '"
                + ofStatements.get().name()
                + "' is one",
            "Remove the parameter. An AFTER trigger finds the rows in its transition tables:"
                + " new_table=\"new_rows\", and plpy.execute(\"SELECT * FROM new_rows\").");
      }
    }
  }

  /** By its annotation, else by the one model that the triggers name. */
  private Optional<TriggerCall.Model> model(Statement.Parameter parameter) {
    if (parameter.annotation().isPresent()) {
      return models.classOf(parameter.annotation().get()).map(models::model);
    }
    List<FoundClass> named =
        declaration.triggers().stream()
            .flatMap(options -> options.model().flatMap(models::classOf).stream())
            .distinct()
            .toList();
    return named.size() == 1 ? Optional.of(models.model(named.get(0))) : Optional.empty();
  }

  private Optional<QualifiedName> table(TriggerOptions options) {
    if (options.model().isPresent()) {
      return tableOfModel(options.place(), options.model().get());
    }
    Optional<QualifiedName> table = options.table().flatMap(QualifiedName::parse);
    if (options.table().isPresent() && table.isEmpty()) {
      options
          .place()
          .report(
              diagnostics,
              "the table's name cannot be read",
              "Write table=\"book\" or table=\"shop.book\"; quote a part with a dot in it.");
    }
    return table;
  }

  private Optional<QualifiedName> tableOfModel(Place place, Expression model) {
    Optional<FoundClass> found = models.classOf(model);
    Optional<QualifiedName> table = found.flatMap(models::tableOf).flatMap(QualifiedName::parse);
    if (found.isEmpty()) {
      place
          .at(model.position())
          .report(
              diagnostics,
              "the model is no class of the source root",
              "Define the class at the top level of this file or of one that it imports from, or"
                  + " name the table: table=\"shop.book\".");
    } else if (table.isEmpty()) {
      place
          .at(model.position())
          .report(
              diagnostics,
              "the model '" + found.get().definition().name() + "' does not name its table",
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
      named()
          .report(
              diagnostics,
              "the triggers' tables are in several schemas",
              "Write schema=\"...\" in each @pltrigger: the trigger function is in one schema.");
      return Optional.empty();
    }
    return Optional.of(new QualifiedName(schemas.iterator().next(), declaration.name()));
  }

  private void checkNames(TriggerOptions options) {
    names.check(options.place(), "trigger", options.name());
    names.check(named(), "function", declaration.name());
    options.schema().ifPresent(schema -> names.check(options.place(), "schema", schema));
    TransitionTables tables = options.definition().transitionTables();
    Stream.of(tables.oldTable(), tables.newTable())
        .flatMap(Optional::stream)
        .forEach(table -> names.check(options.place(), "transition table", table));
    if (!options.definition().condition().map(SqlText::isText).orElse(true)
        || !options.definition().arguments().stream().allMatch(SqlText::isText)) {
      options
          .place()
          .report(
              diagnostics,
              "an option holds a character that PostgreSQL has not",
              "Remove the NUL or the surrogate from it.");
    }
  }

  /** Where the function is named. */
  private Place named() {
    return declaration.functionPlace(declaration.triggers().get(0).place());
  }

  private void report(Position position, String message, String advice) {
    diagnostics.report(declaration.file().source(), position, message, advice);
  }
}
