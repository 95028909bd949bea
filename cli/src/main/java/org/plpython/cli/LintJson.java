package org.plpython.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.plpython.resolver.LintResult;
import org.plpython.source.Diagnostic;
import org.plpython.source.Severity;

/** Findings for programs; docs/lint.md says what its version promises. */
final class LintJson {
  private static final int VERSION = 1;

  private LintJson() {}

  static String of(LintResult result) {
    String findings =
        result.diagnostics().stream().map(LintJson::finding).collect(Collectors.joining(",\n"));
    return """
        {
          "version": %d,
          "summary": {"errors": %d, "warnings": %d, "infos": %d},
          "findings": [%s]
        }
        """
        .formatted(
            VERSION,
            result.count(Severity.ERROR),
            result.count(Severity.WARNING),
            result.count(Severity.INFO),
            findings.isEmpty() ? "" : "\n" + findings + "\n  ");
  }

  private static String finding(Diagnostic finding) {
    return "    {\"id\": %s, \"severity\": %s, \"file\": %s, \"line\": %d, \"column\": %d, \"message\": %s, \"advice\": %s}"
        .formatted(
            text(finding.id()),
            text(finding.severity().toString()),
            text(finding.file().displayPath()),
            finding.position().line(),
            finding.position().column(),
            text(finding.message()),
            text(finding.advice()));
  }

  /** Everything but ASCII is escaped, so that no encoding on the way matters. */
  private static String text(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        text.append(c);
      } else {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return text.append('"').toString();
  }
}
