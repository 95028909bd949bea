package org.plpython.object;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plpython.descriptor.Attributes;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Place;
import org.plpython.descriptor.RoutineKind;
import org.plpython.object.Result.Column;
import org.plpython.python.Statement;
import org.plpython.source.Diagnostics;

/** Builds functions and procedures from their declarations. */
final class FunctionBuilder {
  private final FunctionDeclaration declaration;
  private final Statement.Function function;
  private final ClassResolver classes;
  private final TypeResolver types;
  private final NameLength names;
  private final Diagnostics diagnostics;

  FunctionBuilder(FunctionDeclaration declaration, ClassResolver classes, Diagnostics diagnostics) {
    this.declaration = declaration;
    this.function = declaration.function();
    this.classes = classes;
    this.types = classes.types(declaration.file(), new TypeDiagnostics(diagnostics));
    this.names = new NameLength(diagnostics);
    this.diagnostics = diagnostics;
  }

  /** The function; empty if something is wrong, which has then been reported. */
  Optional<Routine.Function> build(ProgramBuilder programs) {
    int before = diagnostics.count();
    checkNames();
    refuseAsync();
    Built built = declaration.body().isPresent() ? ofBody() : ofFunction();
    List<Parameter> parameters = built.parameters();
    Optional<Result> result = built.result();
    result.ifPresent(r -> checkColumns(parameters, r));
    result.ifPresent(this::checkAttributes);
    Optional<String> comment =
        declaration.comment().or(() -> Docstring.comment(declaration, diagnostics));
    WrittenCode written =
        WrittenCode.of(
            declaration,
            declaration.place(),
            programs,
            () -> programs.program(function, classes.referenced()));
    if (diagnostics.count() > before || result.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Routine.Function(
                declaration.kind(),
                new QualifiedName(declaration.schema(), declaration.name()),
                withOutputs(parameters, result.get()),
                result.get(),
                declaration.attributes(),
                declaration.privileges(),
                comment,
                written.code(),
                Install.of(declaration.turn()),
                written.origin(),
                Checksum.UNKNOWN)
            .withChecksum());
  }

  private record Built(List<Parameter> parameters, Optional<Result> result) {}

  private Built ofFunction() {
    return new Built(
        new ParameterBuilder(declaration, classes, names, diagnostics).build(),
        new ResultBuilder(declaration, types, classes, diagnostics).build());
  }

  private Built ofBody() {
    BodySignature signature = new BodySignature(declaration, names, diagnostics);
    List<Parameter> parameters = signature.parameters();
    return new Built(parameters, signature.result());
  }

  private void checkNames() {
    names.check(
        declaration.named(),
        declaration.kind().name().toLowerCase(Locale.ROOT),
        declaration.name());
    declaration.schema().ifPresent(s -> names.check(declaration.named(), "schema", s));
  }

  private void refuseAsync() {
    if (function.traits().isAsync()) {
      Place.of(declaration.file(), function.position())
          .report(
              diagnostics,
              "'" + function.name() + "' is async",
              "PostgreSQL calls functions synchronously: write def, and asyncio.run() inside.");
    }
  }

  /** A parameter that is among the results by its name is one of both. */
  private static List<Parameter> withOutputs(List<Parameter> parameters, Result result) {
    Set<String> outputs = new HashSet<>();
    if (result instanceof Result.Outputs columns) {
      columns.columns().forEach(column -> outputs.add(column.name()));
    }
    return parameters.stream().map(p -> outputs.contains(p.name()) ? p.asOutput() : p).toList();
  }

  /** Names of parameters and of a table's columns are names of one list in CREATE FUNCTION. */
  private void checkColumns(List<Parameter> parameters, Result result) {
    List<Column> columns =
        result instanceof Result.Table table
            ? table.columns()
            : result instanceof Result.Outputs outputs ? outputs.columns() : List.of();
    boolean inputsAreOver = false;
    for (Column column : columns) {
      names.check(declaration.named(), "column", column.name());
      Optional<Parameter> same =
          parameters.stream().filter(p -> p.name().equals(column.name())).findFirst();
      if (same.isPresent() && result instanceof Result.Table) {
        declaration
            .named()
            .report(
                diagnostics,
                "'" + column.name() + "' is a parameter and a column of the result",
                "Rename one of the two: PostgreSQL has one list of names for both.");
      } else if (same.isPresent()
          && (inputsAreOver || !same.get().type().sql().equals(column.type().sql()))) {
        declaration
            .named()
            .report(
                diagnostics,
                "the result '" + column.name() + "' does not fit the parameter of that name",
                "Name parameters first in returns=, in their order and with their type "
                    + same.get().type().sql()
                    + ".");
      }
      inputsAreOver |= same.isEmpty();
    }
  }

  private void checkAttributes(Result result) {
    boolean isSet = result instanceof Result.Values || result instanceof Result.Table;
    Attributes attributes = declaration.attributes();
    if (attributes.rows().isPresent() && !isSet) {
      declaration
          .place()
          .report(
              diagnostics,
              "option 'rows' is for functions that return a set",
              "Remove it, or annotate the result as Iterator[...].");
    }
    for (String transform : attributes.transforms()) {
      if (SqlType.parse(transform).filter(type -> !type.isArray()).isEmpty()) {
        declaration
            .place()
            .report(
                diagnostics,
                "'" + transform + "' in the option 'transforms' is no name of an SQL type",
                "Write for example transforms=[\"hstore\"].");
      }
    }
    if (declaration.kind() == RoutineKind.PROCEDURE && isSet) {
      declaration
          .named()
          .report(
              diagnostics,
              "'" + declaration.name() + "' is a procedure and returns a set",
              "Write @plfunction: CALL takes no rows.");
    }
  }
}
