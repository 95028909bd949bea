package org.plpython.lint;

import org.plpython.python.Expression;
import org.plpython.python.Occurrence.Default;
import org.plpython.python.Statement.Function;
import org.plpython.source.Severity;

/** A default value that is made once, and shared by all calls of a session. */
final class MutableDefault implements Rule {
  @Override
  public String id() {
    return "mutable-default";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    project
        .running(Default.class)
        .filter(parameter -> parameter.value().isMutable() && !isSqlDefault(project, parameter))
        .forEach(
            parameter ->
                findings.report(
                    parameter,
                    "all calls of a session share the default of '" + parameter.parameter() + "'",
                    "What one call puts into it is there for the next one: write "
                        + parameter.parameter()
                        + "=None, and make a new one in the function."));
  }

  /** The empty list of a declared function's parameter is PostgreSQL's, which makes a new one. */
  private static boolean isSqlDefault(Project project, Default value) {
    return value.site().statement() instanceof Function function
        && project.declarations().stream().anyMatch(it -> it.function().equals(function))
        && function.parameters().stream()
            .flatMap(parameter -> parameter.defaultValue().stream())
            .filter(it -> it.position().equals(value.position()))
            .anyMatch(it -> it instanceof Expression.Sequence list && list.elements().isEmpty());
  }
}
