package org.plpython.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Routine;
import org.plpython.object.Trigger;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** The verb {@code lint}. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    header = "Check the Python sources. No database is needed.",
    synopsisHeading = "%n",
    customSynopsis = "Usage: plpython lint --source DIR...",
    descriptionHeading = "%n",
    description = {
      "Shows every mistake with its file, line and column, and what to do about it, on standard"
          + " output. Clean sources are one line:",
      "  4 files, 6 functions, 4 triggers: no findings"
    },
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no findings", "1:findings, or an error"},
    footerHeading = "%nExample:%n",
    footer = "  plpython lint --source src/main/resources/db/plpython")
final class LintCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Mixin private final SourceOption sources;

  LintCommand(PrintWriter out, Map<String, String> environment) {
    this.out = out;
    this.sources = new SourceOption(environment);
  }

  @Override
  public Integer call() {
    try {
      List<SourceFile> files = sources.read();
      out.println(summary(files, PythonResolver.resolveFiles(files)));
      return ExitCode.OK;
    } catch (InvalidSourceException mistakes) {
      out.println(mistakes.getMessage());
      return ExitCode.SOFTWARE;
    }
  }

  /** Counts what the author wrote: a trigger and its function are one. */
  private static String summary(List<SourceFile> files, List<DatabaseObject> objects) {
    return "%s, %s, %s: no findings"
        .formatted(
            count(files.size(), "file"),
            count(objects.stream().filter(Routine.Function.class::isInstance).count(), "function"),
            count(objects.stream().filter(Trigger.class::isInstance).count(), "trigger"));
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
