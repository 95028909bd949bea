package org.plpython.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plpython.object.Routine;
import org.plpython.object.Trigger;
import org.plpython.resolver.LintResult;
import org.plpython.source.Diagnostic;
import org.plpython.source.Severity;

/** Findings for people. */
final class LintText {
  private LintText() {}

  /** The findings and how many they are; clean sources are one line. */
  static String of(int files, LintResult result) {
    return result.diagnostics().isEmpty()
        ? clean(files, result) + ": no findings\n"
        : result.diagnostics().stream()
            .map(Diagnostic::toString)
            .collect(Collectors.joining("\n\n", "", "\n\n" + summary(result)));
  }

  /** Counts what the author wrote: a trigger and its function are one. */
  private static String clean(int files, LintResult result) {
    return "%s, %s, %s"
        .formatted(
            count(files, "file"),
            count(
                result.objects().stream().filter(Routine.Function.class::isInstance).count(),
                "function"),
            count(result.objects().stream().filter(Trigger.class::isInstance).count(), "trigger"));
  }

  private static String summary(LintResult result) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long number = result.count(severity);
      if (number > 0) {
        counts.add(count(number, severity.toString()));
      }
    }
    return String.join(", ", counts) + " in the Python sources\n";
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
