package org.plpython.object;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plpython.descriptor.Attributes;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.RoutineKind;
import org.plpython.object.Result.Column;
import org.plpython.python.Statement;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/** Builds functions and procedures from their declarations. */
final class FunctionBuilder {
  private final FunctionDeclaration declaration;
  private final Statement.Function function;
  private final TypeResolver types;
  private final NameLength names;
  private final Diagnostics diagnostics;
  private final ResultBuilder results;
  private final ClassResolver classes;

  FunctionBuilder(FunctionDeclaration declaration, ClassResolver classes, Diagnostics diagnostics) {
    this.declaration = declaration;
    this.function = declaration.function();
    this.types = classes.types(declaration.file(), new TypeDiagnostics(diagnostics));
    this.names = new NameLength(declaration.file().source(), diagnostics);
    this.diagnostics = diagnostics;
    this.classes = classes;
    this.results = new ResultBuilder(declaration, types, classes, diagnostics);
  }

  /** The function; empty if something is wrong, which has then been reported. */
  Optional<Routine.Function> build(ProgramBuilder programs) {
    int before = diagnostics.count();
    checkNames();
    refuseAsync();
    List<Parameter> parameters =
        new ParameterBuilder(declaration, types, names, diagnostics).build();
    Optional<Result> result = results.build();
    result.ifPresent(r -> checkColumns(parameters, r));
    result.ifPresent(this::checkAttributes);
    Optional<String> comment =
        declaration
            .comment()
            .or(() -> Docstring.comment(function, declaration.file().source(), diagnostics));
    Program program = programs.program(function, classes.referred());
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
            program,
            programs.origin(function, function.position())));
  }

  private void checkNames() {
    names.check(
        function.position(),
        declaration.kind().name().toLowerCase(Locale.ROOT),
        declaration.name());
    declaration.schema().ifPresent(s -> names.check(function.position(), "schema", s));
  }

  private void refuseAsync() {
    if (function.traits().isAsync()) {
      report(
          function.position(),
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
      names.check(function.position(), "column", column.name());
      Optional<Parameter> same =
          parameters.stream().filter(p -> p.name().equals(column.name())).findFirst();
      if (same.isPresent() && result instanceof Result.Table) {
        report(
            function.position(),
            "'" + column.name() + "' is a parameter and a column of the result",
            "Rename one of the two: PostgreSQL has one list of names for both.");
      } else if (same.isPresent()
          && (inputsAreOver || !same.get().type().sql().equals(column.type().sql()))) {
        report(
            function.position(),
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
      report(
          declaration.position(),
          "option 'rows' is for functions that return a set",
          "Remove it, or annotate the result as Iterator[...].");
    }
    for (String transform : attributes.transforms()) {
      if (SqlType.parse(transform).filter(type -> !type.isArray()).isEmpty()) {
        report(
            declaration.position(),
            "'" + transform + "' in the option 'transforms' is no name of an SQL type",
            "Write for example transforms=[\"hstore\"].");
      }
    }
    if (declaration.kind() == RoutineKind.PROCEDURE && isSet) {
      report(
          function.position(),
          "'" + function.name() + "' is a procedure and returns a set",
          "Write @plfunction: CALL takes no rows.");
    }
  }

  private void report(Position position, String message, String advice) {
    diagnostics.report(declaration.file().source(), position, message, advice);
  }
}
