package org.plpython.lint;

import org.plpython.python.Value.Kind;
import org.plpython.source.Severity;

/** A string, where a list is promised. */
final class StrForArray implements Rule {
  @Override
  public String id() {
    return "str-for-array";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    new ArrayResults(project)
        .forEach(
            (returned, kind) -> {
              if (kind == Kind.TEXT) {
                findings.report(
                    returned,
                    "the function returns a string, and promises a list",
                    "The call fails, as nobody wants an array of its characters: put it in brackets,"
                        + " or annotate the result with str.");
              }
            });
  }
}
