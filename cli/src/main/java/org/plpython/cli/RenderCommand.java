package org.plpython.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plpython.object.DatabaseObject;
import org.plpython.resolver.PythonResolver;
import org.plpython.sql.DdlWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** The verb {@code render}. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    header = "Write the SQL that installs the Python sources. No database is needed.",
    synopsisHeading = "%n",
    customSynopsis = "Usage: plpython render --source DIR... [--output FILE]",
    descriptionHeading = "%n",
    description = {
      "Writes a script for psql: functions first, then triggers, each created or replaced. The"
          + " same sources give the same bytes.",
      "Mistakes in the sources go to standard error, and no SQL is written."
    },
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:written", "1:mistakes in the sources, or an error"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  plpython render --source db/plpython",
      "  plpython render --source db/plpython --output plpython.sql",
      "  psql --single-transaction --set ON_ERROR_STOP=1 --file plpython.sql"
    })
final class RenderCommand implements Callable<Integer> {
  /** A script is UTF-8, whatever the client's locale. */
  private static final String ENCODING = "SET client_encoding = 'UTF8';\n\n";

  @Mixin private final SourceOption sources;
  @Mixin private final TypeOptions types;
  @Mixin private final PlaceholderOption placeholders = new PlaceholderOption();

  @Mixin private final OutputOption output;

  RenderCommand(PrintWriter out, Map<String, String> environment) {
    this.output = new OutputOption(out);
    this.sources = new SourceOption(environment);
    this.types = new TypeOptions(environment);
  }

  @Override
  public Integer call() {
    output.write(
        script(
            PythonResolver.resolveFiles(sources.read(), types.mapping(), placeholders.values())));
    return ExitCode.OK;
  }

  private static String script(List<DatabaseObject> objects) {
    return objects.stream()
        .flatMap(object -> DdlWriter.statements(object).stream())
        .map(statement -> statement + ";\n\n")
        .collect(Collectors.joining("", ENCODING, ""));
  }
}
