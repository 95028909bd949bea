package org.plpython.source;

import java.util.List;
import java.util.stream.Collectors;
import org.plpython.PlPythonException;

/** The sources hold mistakes; nothing was done. The message shows all that anybody would read. */
public final class InvalidSourceException extends PlPythonException {
  private static final long serialVersionUID = 1L;

  private static final int MOST_SHOWN = 100;

  private final transient List<Diagnostic> diagnostics;

  /** With at least one diagnostic; they are shown in their own order. */
  public InvalidSourceException(List<Diagnostic> diagnostics) {
    super(message(diagnostics));
    this.diagnostics = diagnostics.stream().sorted().toList();
  }

  /** What is wrong, sorted by file and place; never empty. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  private static String message(List<Diagnostic> diagnostics) {
    String more =
        diagnostics.size() > MOST_SHOWN
            ? "... and " + (diagnostics.size() - MOST_SHOWN) + " more\n\n"
            : "";
    String count = diagnostics.size() == 1 ? "1 error" : diagnostics.size() + " errors";
    return diagnostics.stream()
        .sorted()
        .limit(MOST_SHOWN)
        .map(Diagnostic::toString)
        .collect(Collectors.joining("\n\n", "", "\n\n" + more + count + " in the Python sources"));
  }
}
