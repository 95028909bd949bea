package org.plpython.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.plpython.resolver.LintResult;
import org.plpython.resolver.PythonLinter;
import org.plpython.source.Diagnostic;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.Severity;
import org.plpython.source.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The verb {@code lint}. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    header = "Check the Python sources. No database is needed.",
    synopsisHeading = "%n",
    customSynopsis =
        "Usage: plpython lint --source DIR... [--format text|json] [--ignore ID]... [--strict]",
    descriptionHeading = "%n",
    description = {
      "Shows what is wrong with its file, line and column, and what to do about it, on standard"
          + " output: errors, which stop a deploy; warnings of what goes wrong when a function runs;"
          + " and infos. Clean sources are one line:",
      "  4 files, 6 functions, 4 triggers: no findings"
    },
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no errors and no warnings", "1:errors or warnings; infos too with --strict"},
    footerHeading = "%nExample:%n",
    footer = "  plpython lint --source src/main/resources/db/plpython")
final class LintCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Mixin private final SourceOption sources;
  @Mixin private final TypeOptions types;
  @Mixin private final PlaceholderOption placeholders = new PlaceholderOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text for people, json for programs. Default: text.")
  private Format format = Format.TEXT;

  @Option(
      names = "--ignore",
      paramLabel = "ID",
      split = ",",
      description = {
        "Does not report findings with that id. May be given several times.",
        "One line ignores them with a comment: # plpython: ignore[ID]"
      })
  private Set<String> ignored = Set.of();

  @Option(names = "--strict", description = "Infos count as findings too.")
  private boolean isStrict;

  /** How findings are written. */
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  LintCommand(PrintWriter out, Map<String, String> environment) {
    this.out = out;
    this.sources = new SourceOption(environment);
    this.types = new TypeOptions(environment);
  }

  @Override
  public Integer call() {
    PythonLinter linter = new PythonLinter(known(ignored), types.mapping(), placeholders.values());
    List<SourceFile> files = List.of();
    LintResult result;
    try {
      files = sources.read();
      result = linter.lint(files);
    } catch (InvalidSourceException unreadable) {
      result = new LintResult(List.of(), unreadable.diagnostics());
    }
    out.print(format == Format.JSON ? LintJson.of(result) : LintText.of(files.size(), result));
    out.flush();
    return result.diagnostics().stream().anyMatch(this::isFailing)
        ? ExitCode.SOFTWARE
        : ExitCode.OK;
  }

  private boolean isFailing(Diagnostic finding) {
    return isStrict || finding.severity() != Severity.INFO;
  }

  private static Set<String> known(Set<String> ids) {
    for (String id : ids) {
      if (!PythonLinter.ids().contains(id)) {
        throw new InvalidArgumentException(
            "There is no finding with the id '%s' to ignore. The ids are: %s."
                .formatted(id, String.join(", ", PythonLinter.ids())));
      }
    }
    return ids;
  }
}
