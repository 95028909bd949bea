package org.plpython.lint;

import java.util.HashSet;
import java.util.Set;
import org.plpython.descriptor.Declaration;
import org.plpython.python.MultiLineString;
import org.plpython.python.Occurrence.Argument;
import org.plpython.python.Occurrence.Call;
import org.plpython.python.PythonFile;
import org.plpython.source.Position;
import org.plpython.source.Severity;

/**
 * A string over several lines in a body, where PL/Python puts a tab after each line end. To SQL
 * that is white space.
 */
final class TabInString implements Rule {
  @Override
  public String id() {
    return "tab-in-string";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    Set<Position> queries = new HashSet<>();
    project
        .running(Call.class)
        .filter(call -> call.function().ofPlpy().isPresent())
        .forEach(call -> call.arguments().stream().map(Argument::position).forEach(queries::add));
    Set<PythonFile> bodies = new HashSet<>();
    for (Declaration declaration : project.declarations()) {
      if (declaration.body().isPresent() && bodies.add(declaration.file())) {
        declaration.file().multiLineStrings().stream()
            .filter(string -> !queries.contains(string.begin()))
            .forEach(string -> report(declaration.file(), string, findings));
      }
    }
  }

  private static void report(PythonFile file, MultiLineString string, Findings findings) {
    findings.report(
        file,
        string.end(),
        "each further line of this string begins with a tab in the server",
        "PL/Python puts it there. Write the code into a .py file and name that by source: and"
            + " function:, where strings stay as they are.");
  }
}
