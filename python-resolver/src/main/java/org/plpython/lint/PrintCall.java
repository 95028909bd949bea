package org.plpython.lint;

import java.util.Set;
import org.plpython.python.Occurrence.Call;
import org.plpython.source.Severity;

/** {@code print} writes where nobody looks. */
final class PrintCall implements Rule {
  private static final Set<String> PRINT = Set.of("print");

  @Override
  public String id() {
    return "print-call";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void check(Project project, Findings findings) {
    project
        .running(Call.class)
        .filter(call -> call.function().isBuiltin(PRINT))
        .forEach(
            call ->
                findings.report(
                    call,
                    "print() writes to the server's own output",
                    "No client sees that, and the server's log may not have it either: write"
                        + " plpy.notice(...) or plpy.log(...)."));
  }
}
