package org.plpython.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.python.Expression;
import org.plpython.python.Statement;
import org.plpython.python.Statement.Parameter.Kind;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/** Builds functions from their declarations. */
final class FunctionBuilder {
  private static final int MOST_PARAMETERS = 100;

  private final FunctionDeclaration declaration;
  private final Statement.Function function;
  private final TypeResolver types;
  private final NameLength names;
  private final Diagnostics diagnostics;

  FunctionBuilder(FunctionDeclaration declaration, Diagnostics diagnostics) {
    this.declaration = declaration;
    this.function = declaration.function();
    this.types = new TypeResolver(declaration.file());
    this.names = new NameLength(declaration.file().source(), diagnostics);
    this.diagnostics = diagnostics;
  }

  /** The function; empty if something is wrong, which has then been reported. */
  Optional<Routine.Function> build(ProgramBuilder programs) {
    int before = diagnostics.count();
    names.check(function.position(), "function", declaration.name());
    declaration.schema().ifPresent(s -> names.check(function.position(), "schema", s));
    refuseOtherKinds();
    List<Parameter> parameters = parameters();
    Optional<ValueType> result = result();
    Optional<String> comment =
        Docstring.comment(function, declaration.file().source(), diagnostics);
    Program program = programs.program(function);
    if (diagnostics.count() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Routine.Function(
            new QualifiedName(declaration.schema(), declaration.name()),
            parameters,
            result,
            declaration.attributes(),
            comment,
            program,
            programs.origin(function, function.position())));
  }

  private void refuseOtherKinds() {
    if (function.traits().isAsync()) {
      report(
          function.position(),
          "'" + function.name() + "' is async",
          "PostgreSQL calls functions synchronously: write def, and asyncio.run() inside.");
    } else if (function.traits().isGenerator()) {
      report(
          function.position(),
          "'" + function.name() + "' is a generator",
          "Return a list, with an annotation such as list[int].");
    }
  }

  private List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    for (Statement.Parameter written : function.parameters()) {
      parameter(written).ifPresent(parameters::add);
    }
    refuseRequiredAfterDefault();
    refuseTooMany();
    refuseHidden();
    return parameters;
  }

  private Optional<Parameter> parameter(Statement.Parameter written) {
    names.check(written.position(), "parameter", written.name());
    if (written.kind() == Kind.VARIADIC || written.kind() == Kind.KEYWORDS) {
      report(
          written.position(),
          "parameter '" + written.name() + "' takes any number of arguments",
          written.kind() == Kind.VARIADIC
              ? "Name each argument, or take a list: " + written.name() + ": list[int]."
              : "Name each argument, or take a dict: " + written.name() + ": dict.");
      return Optional.empty();
    } else if (written.annotation().isEmpty()) {
      report(
          written.position(),
          "parameter '" + written.name() + "' has no annotation",
          "Write its type, for example "
              + written.name()
              + ": int. PostgreSQL needs the type of every argument.");
      return Optional.empty();
    }
    return type(written.annotation().get()).flatMap(type -> parameter(written, type));
  }

  private Optional<Parameter> parameter(Statement.Parameter written, ValueType type) {
    Optional<String> sql = written.defaultValue().flatMap(value -> SqlDefault.of(value, type));
    if (written.defaultValue().isPresent() && sql.isEmpty()) {
      report(
          written.defaultValue().get().position(),
          "the default of '" + written.name() + "' is no literal that fits " + type.sql(),
          "Write a literal, or None and compute the value inside the function.");
      return Optional.empty();
    }
    boolean byKeyword = written.kind() == Kind.KEYWORD_ONLY;
    return Optional.of(new Parameter(written.name(), type, byKeyword, sql));
  }

  /** CREATE FUNCTION: all parameters after one with a default must have one too. */
  private void refuseRequiredAfterDefault() {
    boolean defaultSeen = false;
    for (Statement.Parameter written : function.parameters()) {
      boolean takesOne = written.kind() == Kind.POSITIONAL || written.kind() == Kind.KEYWORD_ONLY;
      if (takesOne && defaultSeen && written.defaultValue().isEmpty()) {
        report(
            written.position(),
            "parameter '" + written.name() + "' has no default but follows one that has",
            "PostgreSQL wants parameters with defaults last: move it or give it a default.");
      }
      defaultSeen |= written.defaultValue().isPresent();
    }
  }

  /** FUNC_MAX_ARGS, a constant of PostgreSQL's build. */
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

  private Optional<ValueType> result() {
    if (function.returns().isEmpty()) {
      if (function.traits().returnsValue()) {
        report(
            function.position(),
            "'" + function.name() + "' has no return annotation",
            "Write the result's type, for example def " + function.name() + "(...) -> int:");
      }
      return Optional.empty();
    }
    Expression annotation = function.returns().get();
    return TypeResolver.isNone(annotation) ? Optional.empty() : type(annotation);
  }

  private Optional<ValueType> type(Expression annotation) {
    Optional<ValueType> type = types.resolve(annotation);
    if (type.isEmpty()) {
      UnknownType reason = types.whyUnknown(annotation);
      report(annotation.position(), reason.message(), reason.advice());
    }
    return type;
  }

  private void report(Position position, String message, String advice) {
    diagnostics.report(declaration.file().source(), position, message, advice);
  }
}
