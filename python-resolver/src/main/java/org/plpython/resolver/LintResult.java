package org.plpython.resolver;

import java.util.List;
import org.plpython.object.DatabaseObject;
import org.plpython.source.Diagnostic;
import org.plpython.source.Severity;

/**
 * What a {@link PythonLinter} finds.
 *
 * @param objects what the sources declare without a mistake, sorted as {@link PythonResolver} does
 * @param diagnostics errors, warnings and infos, sorted by file and place
 */
public record LintResult(List<DatabaseObject> objects, List<Diagnostic> diagnostics) {
  public LintResult {
    objects = List.copyOf(objects);
    diagnostics = List.copyOf(diagnostics);
  }

  /** How many there are of a severity. */
  public long count(Severity severity) {
    return diagnostics.stream().filter(it -> it.severity() == severity).count();
  }
}
