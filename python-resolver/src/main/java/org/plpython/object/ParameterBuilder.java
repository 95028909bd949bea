package org.plpython.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.descriptor.Declaration.DescribedParameter;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Place;
import org.plpython.descriptor.SqlTokens;
import org.plpython.object.DescribedSql.Mode;
import org.plpython.object.Parameter.Passing;
import org.plpython.python.Expression;
import org.plpython.python.Statement;
import org.plpython.python.Statement.Parameter.Kind;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/** Builds the parameters of a routine. */
final class ParameterBuilder {
  private final FunctionDeclaration declaration;
  private final Statement.Function function;
  private final ClassResolver classes;
  private final TypeResolver types;
  private final NameLength names;
  private final Diagnostics diagnostics;

  ParameterBuilder(
      FunctionDeclaration declaration,
      ClassResolver classes,
      NameLength names,
      Diagnostics diagnostics) {
    this.declaration = declaration;
    this.function = declaration.function();
    this.classes = classes;
    this.types = classes.types(declaration.file(), new TypeDiagnostics(diagnostics));
    this.names = names;
    this.diagnostics = diagnostics;
  }

  /** The parameters; one with a mistake is left out, and reported. */
  List<Parameter> build() {
    List<Parameter> parameters = new ArrayList<>();
    for (Statement.Parameter written : function.parameters()) {
      parameter(written).ifPresent(parameters::add);
    }
    new ParameterRules(declaration, types, diagnostics).check();
    return parameters;
  }

  private Optional<Parameter> parameter(Statement.Parameter written) {
    names.check(Place.of(declaration.file(), written.position()), "parameter", written.name());
    if (written.kind() == Kind.KEYWORDS) {
      report(
          written.position(),
          "parameter '" + written.name() + "' takes any number of named arguments",
          "Name each argument, or take a dict: " + written.name() + ": dict.");
      return Optional.empty();
    }
    DescribedParameter described = declaration.parameters().get(written.name());
    if (described != null) {
      return described(written, described);
    } else if (written.annotation().isEmpty()) {
      report(
          written.position(),
          "parameter '" + written.name() + "' has no annotation",
          "Write its type, for example "
              + written.name()
              + ": int"
              + declaration.inDescriptor("parameters")
              + ". PostgreSQL needs the type of every argument.");
      return Optional.empty();
    }
    Expression annotation = written.annotation().get();
    return types
        .resolve(annotation)
        .flatMap(type -> parameter(written, type, types.sqlDefault(annotation)));
  }

  /** By the SQL type that the descriptor names. */
  private Optional<Parameter> described(Statement.Parameter written, DescribedParameter described) {
    Place place = declaration.place().at(described.position());
    Optional<DescribedSql> sql = DescribedSql.read(described.sql(), place, diagnostics);
    if (sql.isEmpty()) {
      return Optional.empty();
    } else if (sql.get().mode().isOutput()) {
      place.report(
          diagnostics,
          "parameter '" + written.name() + "' is an output",
          "Name a Python function's outputs in returns={...}, those that are inputs too among"
              + " them.");
      return Optional.empty();
    } else if (sql.get().mode() == Mode.VARIADIC && written.kind() != Kind.VARIADIC) {
      place.report(
          diagnostics,
          "parameter '" + written.name() + "' is VARIADIC and takes one argument in Python",
          "Write *" + written.name() + " in the def, or remove VARIADIC.");
      return Optional.empty();
    }
    SqlType type = sql.get().type();
    SqlType each = written.kind() == Kind.VARIADIC ? type.element() : type;
    TypeResolver typesOfDescribed =
        classes.types(declaration.file(), new PlacedDiagnostics(place, diagnostics));
    return written
        .annotation()
        .map(annotation -> typesOfDescribed.resolve(annotation, Optional.of(each)))
        .orElseGet(() -> Optional.of(types.anything(each)))
        .flatMap(value -> parameter(written, value, sql.get().defaultValue()));
  }

  private Optional<Parameter> parameter(
      Statement.Parameter written, ValueType type, Optional<String> sqlDefault) {
    return switch (written.kind()) {
      case POSITIONAL, POSITIONAL_ONLY ->
          withDefault(written, type, sqlDefault, Passing.POSITIONAL);
      case KEYWORD_ONLY -> withDefault(written, type, sqlDefault, Passing.KEYWORD);
      default ->
          Optional.of(
              new Parameter(
                  written.name(),
                  type.array(),
                  Passing.VARIADIC,
                  Optional.of("'{}'"),
                  false,
                  false));
    };
  }

  private Optional<Parameter> withDefault(
      Statement.Parameter written, ValueType type, Optional<String> sqlDefault, Passing passing) {
    Optional<String> sql = sqlDefault;
    boolean atRunTime = false;
    if (!isExpression(written, sqlDefault) || !isOnlyDefault(written)) {
      return Optional.empty();
    }
    if (written.defaultValue().isPresent() && sql.isEmpty()) {
      Expression value = written.defaultValue().get();
      sql = sqlDefault(value, type);
      atRunTime = sql.isEmpty();
      if (atRunTime && !isPossible(written, value, type)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Parameter(
            written.name(),
            type,
            passing,
            atRunTime ? Optional.of("NULL") : sql,
            atRunTime,
            false));
  }

  /** Text that becomes SQL is not to become more than it says. */
  private boolean isExpression(Statement.Parameter written, Optional<String> sqlDefault) {
    boolean isOne = sqlDefault.map(SqlTokens::isOneExpression).orElse(true);
    if (!isOne) {
      report(
          written.position(),
          "the SQL default of '" + written.name() + "' is no SQL expression",
          "Write one expression behind DEFAULT, with every quote and parenthesis closed.");
    }
    return isOne;
  }

  /** A default in the annotation's SQL beside another one in Python; None is for tests. */
  private boolean isOnlyDefault(Statement.Parameter written) {
    boolean isTwo =
        written.annotation().flatMap(types::sqlDefault).isPresent()
            && written.defaultValue().filter(v -> !AnnotationReader.isNone(v)).isPresent();
    if (isTwo) {
      report(
          written.position(),
          "'" + written.name() + "' has one default in SQL and another one in Python",
          "Keep one of the two.");
    }
    return !isTwo;
  }

  private Optional<String> sqlDefault(Expression value, ValueType type) {
    return value instanceof Expression.Call call
            && types.annotations().name(call.function()).equals("decimal.Decimal")
            && type.sql().equals("numeric")
        ? SqlDefault.ofDecimal(call)
        : SqlDefault.of(value, type);
  }

  /** NULL tells that an argument is absent only where it is not a value of its own. */
  private boolean isPossible(Statement.Parameter written, Expression value, ValueType type) {
    String problem = null;
    String advice = "Write a literal, or None and compute the value inside the function.";
    if (SqlDefault.isConstant(value)) {
      problem = "is no literal that fits " + type.sql();
    } else if (written.annotation().filter(types.annotations()::allowsNone).isPresent()) {
      problem = "is computed by Python, and None is another value of the parameter";
    } else if (declaration.attributes().strict()) {
      problem = "is computed by Python, which strict=True keeps from being called";
    } else if (written.kind() == Kind.POSITIONAL_ONLY
        || (written.kind() == Kind.POSITIONAL && isVariadic())) {
      problem = "is computed by Python, but the argument cannot be left out by name";
    }
    if (problem != null) {
      report(value.position(), "the default of '" + written.name() + "' " + problem, advice);
    }
    return problem == null;
  }

  private boolean isVariadic() {
    return function.parameters().stream().anyMatch(p -> p.kind() == Kind.VARIADIC);
  }

  private void report(Position position, String message, String advice) {
    diagnostics.report(declaration.file().source(), position, message, advice);
  }
}
