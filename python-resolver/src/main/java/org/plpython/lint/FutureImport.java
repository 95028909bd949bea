package org.plpython.lint;

import java.util.Set;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement;
import org.plpython.python.Statement.ImportedName;
import org.plpython.python.Statement.Other;
import org.plpython.python.Statement.Other.Effect;
import org.plpython.source.Severity;

/** {@code from __future__ import} that Python refuses. */
final class FutureImport implements Rule {
  private static final String FUTURE = "__future__.";
  private static final Set<String> FEATURES =
      Set.of(
          "absolute_import",
          "annotations",
          "barry_as_FLUFL",
          "division",
          "generator_stop",
          "generators",
          "nested_scopes",
          "print_function",
          "unicode_literals",
          "with_statement");

  @Override
  public String id() {
    return "future-import";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    project.files().forEach(file -> check(file, findings));
  }

  private static void check(PythonFile file, Findings findings) {
    boolean isAtBeginning = true;
    for (Statement statement : file.statements()) {
      for (ImportedName imported : statement.imported()) {
        if (imported.origin().startsWith(FUTURE)) {
          check(imported, isAtBeginning, file, findings);
        } else {
          isAtBeginning = false;
        }
      }
      isAtBeginning &= mayPrecede(statement);
    }
  }

  private static boolean mayPrecede(Statement statement) {
    return !statement.imported().isEmpty()
        || (statement instanceof Other other && other.effect() == Effect.DOCSTRING);
  }

  private static void check(
      ImportedName imported, boolean isAtBeginning, PythonFile file, Findings findings) {
    String feature = imported.origin().substring(FUTURE.length());
    if (!FEATURES.contains(feature)) {
      findings.report(
          file,
          imported.position(),
          "Python has no future feature '" + feature + "'",
          "The server refuses the file: remove the import.");
    } else if (!isAtBeginning) {
      findings.report(
          file,
          imported.position(),
          "an import from __future__ stands after other statements",
          "The server refuses the file: move it to the top, below the docstring.");
    }
  }
}
