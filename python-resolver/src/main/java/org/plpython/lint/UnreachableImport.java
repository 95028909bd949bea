package org.plpython.lint;

import java.util.HashSet;
import java.util.Set;
import org.plpython.python.Occurrence.Import;
import org.plpython.python.PythonFile;
import org.plpython.source.Severity;

/** A module that the server has to have installed. */
final class UnreachableImport implements Rule {
  @Override
  public String id() {
    return "unreachable-import";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void check(Project project, Findings findings) {
    Set<Distribution> reported = new HashSet<>();
    project
        .running(Import.class)
        .filter(it -> !it.isOptional() && project.isThirdParty(it.module()))
        .filter(it -> reported.add(Distribution.of(it)))
        .forEach(
            it ->
                findings.report(
                    it,
                    "'" + Distribution.of(it).name() + "' must be installed on the server",
                    "It is no module of Python's own, and no file of the source root. A call fails"
                        + " where the server's Python does not find it."));
  }

  /** What is imported from it, and how often in a file, makes no difference. */
  private record Distribution(PythonFile file, String name) {
    static Distribution of(Import imported) {
      return new Distribution(imported.site().file(), imported.module().replaceFirst("\\..*", ""));
    }
  }
}
