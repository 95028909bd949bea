package org.plpython.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.descriptor.Declaration.DescribedParameter;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Place;
import org.plpython.descriptor.Spelling;
import org.plpython.object.DescribedSql.Mode;
import org.plpython.object.Parameter.Passing;
import org.plpython.python.Expression;
import org.plpython.python.Statement;
import org.plpython.python.Statement.Parameter.Kind;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/** Builds the parameters of a routine. */
final class ParameterBuilder {
  /** FUNC_MAX_ARGS, a constant of PostgreSQL's build. */
  static final int MOST_PARAMETERS = 100;

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
    refuseUnknown();
    refuseOrder();
    refuseTooMany();
    refuseHidden();
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
        .flatMap(type -> parameter(written, type, types.annotations().sqlDefault(annotation)));
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

  /** CREATE FUNCTION wants parameters with defaults last, and nothing after VARIADIC. */
  private void refuseOrder() {
    boolean defaultSeen = false;
    boolean variadicSeen = false;
    for (Statement.Parameter written : function.parameters()) {
      boolean hasDefault =
          written.defaultValue().isPresent()
              || written.annotation().flatMap(types.annotations()::sqlDefault).isPresent()
              || isDescribedWithDefault(written);
      if (variadicSeen && written.kind() == Kind.KEYWORD_ONLY) {
        report(
            written.position(),
            "parameter '" + written.name() + "' follows one that takes any number of arguments",
            "PostgreSQL has nothing after VARIADIC: move it before the *.");
      } else if (defaultSeen && !hasDefault && takesOne(written)) {
        report(
            written.position(),
            "parameter '" + written.name() + "' has no default but follows one that has",
            "PostgreSQL wants parameters with defaults last: move it or give it a default.");
      }
      defaultSeen |= hasDefault;
      variadicSeen |= written.kind() == Kind.VARIADIC;
    }
  }

  private boolean isDescribedWithDefault(Statement.Parameter written) {
    DescribedParameter described = declaration.parameters().get(written.name());
    return described != null && AnnotatedSql.parse(described.sql()).defaultValue().isPresent();
  }

  private void refuseUnknown() {
    List<String> known = function.parameters().stream().map(Statement.Parameter::name).toList();
    declaration
        .parameters()
        .forEach(
            (name, described) -> {
              if (!known.contains(name)) {
                declaration
                    .place()
                    .at(described.position())
                    .report(
                        diagnostics,
                        "'" + function.name() + "' has no parameter '" + name + "'",
                        Spelling.didYouMean(name, known)
                            + (known.isEmpty()
                                ? "It takes none."
                                : "It takes " + String.join(", ", known) + "."));
              }
            });
  }

  private static boolean takesOne(Statement.Parameter written) {
    return written.kind() != Kind.VARIADIC && written.kind() != Kind.KEYWORDS;
  }

  private void refuseTooMany() {
    if (function.parameters().size() > MOST_PARAMETERS) {
      report(
          function.parameters().get(MOST_PARAMETERS).position(),
          "'" + function.name() + "' has more than " + MOST_PARAMETERS + " parameters",
          "PostgreSQL takes no more: hand over a list or a dict.");
    }
  }

  /** PL/Python makes parameters globals of the body, where they hide what has their name. */
  private void refuseHidden() {
    List<String> all = function.parameters().stream().map(Statement.Parameter::name).toList();
    for (Statement.Parameter parameter : function.parameters()) {
      if (parameter.name().equals("__builtins__")
          || (parameter.name().equals("GD") && all.contains("SD"))) {
        report(
            parameter.position(),
            "parameter '" + parameter.name() + "' hides what the installed function needs",
            "Rename it: PL/Python itself has something of this name.");
      }
    }
  }

  private void report(Position position, String message, String advice) {
    diagnostics.report(declaration.file().source(), position, message, advice);
  }
}
