package org.plpython.lint;

import org.plpython.python.Occurrence.Call;
import org.plpython.python.Reference;
import org.plpython.source.Severity;

/** A call at the top level that is made for its effect. */
final class TopLevelEffect implements Rule {
  @Override
  public String id() {
    return "top-level-effect";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void check(Project project, Findings findings) {
    project
        .loaded(Call.class)
        .filter(call -> call.isStatement() && !isOnOwnVariable(call.function()))
        .filter(call -> !InterpreterState.isChange(call) && !TopLevelQuery.isQuery(call))
        .forEach(
            call ->
                findings.report(
                    call,
                    name(call.function()) + " runs when the file is loaded",
                    "That is once for each function and session, if a function takes the line along"
                        + " at all: one does that names what the line changes."));
  }

  private static String name(Reference function) {
    return function.root() == Reference.Root.OTHER ? "this call" : function.name() + "()";
  }

  /** {@code WORDS.append("a")} is a part of what {@code WORDS} is. */
  private static boolean isOnOwnVariable(Reference function) {
    return function.root() == Reference.Root.FILE && function.name().indexOf('.') > 0;
  }
}
