package org.plpython.lint;

import org.plpython.python.Occurrence.Import;
import org.plpython.source.Severity;

/** {@code from module import *}, of a module that is not here. */
final class WildcardImport implements Rule {
  @Override
  public String id() {
    return "wildcard-import";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    project
        .running(Import.class)
        .filter(it -> it.name().filter("*"::equals).isPresent())
        .filter(it -> project.isThirdParty(it.module()))
        .forEach(
            it ->
                findings.report(
                    it,
                    "what '*' imports of '" + it.module() + "' is known on the server only",
                    "Every function of the file needs the module then, and a name of it may hide one"
                        + " of the file: write the names."));
  }
}
