package org.plpython.lint;

import org.plpython.python.Occurrence.Default;
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
        .filter(parameter -> parameter.value().isMutable())
        .forEach(
            parameter ->
                findings.report(
                    parameter,
                    "all calls of a session share the default of '" + parameter.parameter() + "'",
                    "What one call puts into it is there for the next one: write "
                        + parameter.parameter()
                        + "=None, and make a new one in the function."));
  }
}
