package org.plpython.object;

import java.util.List;
import org.plpython.descriptor.Declaration.DescribedParameter;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Spelling;
import org.plpython.python.Statement;
import org.plpython.python.Statement.Parameter.Kind;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/** What PostgreSQL, and PL/Python, ask of all parameters of a routine together. */
final class ParameterRules {
  /** FUNC_MAX_ARGS, a constant of PostgreSQL's build. */
  static final int MOST_PARAMETERS = 100;

  private final FunctionDeclaration declaration;
  private final Statement.Function function;
  private final TypeResolver types;
  private final Diagnostics diagnostics;

  ParameterRules(FunctionDeclaration declaration, TypeResolver types, Diagnostics diagnostics) {
    this.declaration = declaration;
    this.function = declaration.function();
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /** Reports what breaks them. */
  void check() {
    refuseUnknown();
    refuseOrder();
    refuseTooMany();
    refuseHidden();
  }

  /** CREATE FUNCTION wants parameters with defaults last, and nothing after VARIADIC. */
  private void refuseOrder() {
    boolean defaultSeen = false;
    boolean variadicSeen = false;
    for (Statement.Parameter written : function.parameters()) {
      boolean hasDefault =
          written.defaultValue().isPresent()
              || written.annotation().flatMap(types::sqlDefault).isPresent()
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
