package org.plpython.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.plpython.report.JsonText;
import org.plpython.resolver.LintResult;
import org.plpython.source.Diagnostic;
import org.plpython.source.Severity;

/** Findings for programs; docs/lint.md says what its version promises. */
final class LintJson {
  private static final int VERSION = 1;

  private LintJson() {}

  static String of(LintResult result) {
    return JsonText.of(json -> write(result, json));
  }

  private static void write(LintResult result, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("version").value(VERSION);
    json.name("summary");
    JsonText.line(json, it -> writeSummary(result, json));
    json.name("findings").beginArray();
    for (Diagnostic finding : result.diagnostics()) {
      JsonText.line(json, it -> writeFinding(finding, json));
    }
    json.endArray();
    json.endObject();
  }

  private static void writeSummary(LintResult result, JsonWriter json) throws IOException {
    json.name("errors").value(result.count(Severity.ERROR));
    json.name("warnings").value(result.count(Severity.WARNING));
    json.name("infos").value(result.count(Severity.INFO));
  }

  private static void writeFinding(Diagnostic finding, JsonWriter json) throws IOException {
    json.name("id").value(finding.id());
    json.name("severity").value(finding.severity().toString());
    json.name("file").value(finding.file().displayPath());
    json.name("line").value(finding.position().line());
    json.name("column").value(finding.position().column());
    json.name("message").value(finding.message());
    json.name("advice").value(finding.advice());
  }
}
