package org.plpython.lint;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.python.Statement.Function;
import org.plpython.python.Statement.Parameter;
import org.plpython.source.Severity;

/** A trigger function that asks for {@code plpy} and does not use it. */
final class UnusedPlpy implements Rule {
  private static final String PLPY = "plpy";

  /** The signatures that django-plpy asks for. */
  private static final Set<List<String>> CUSTOMARY =
      Set.of(List.of("td", PLPY), List.of("new", "old", "td", PLPY));

  /** Whoever calls these may use any name. */
  private static final Set<String> ANY_NAME = Set.of("eval", "exec", "locals", "vars");

  @Override
  public String id() {
    return "unused-plpy";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void check(Project project, Findings findings) {
    for (Declaration declaration : project.declarations()) {
      if (!(declaration instanceof FunctionDeclaration)) {
        check(declaration, findings);
      }
    }
  }

  private static void check(Declaration declaration, Findings findings) {
    Function function = declaration.function();
    Set<String> mentioned = declaration.file().code().mentionedIn(function);
    if (mentioned.contains(PLPY) || !Collections.disjoint(mentioned, ANY_NAME)) {
      return;
    }
    List<String> names = function.parameters().stream().map(Parameter::name).toList();
    if (!CUSTOMARY.contains(names) && names.contains(PLPY)) {
      findings.report(
          declaration.file(),
          function.parameters().get(names.indexOf(PLPY)).position(),
          "the trigger function does not use 'plpy'",
          "Remove the parameter: each is given by its name, and only if it is asked for.");
    }
  }
}
