package org.plpython.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plpython.object.DatabaseObject;
import org.plpython.resolver.PythonResolver;
import org.plpython.sql.DdlWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  private final PrintWriter out;

  @Mixin private final SourceOption sources;
  @Mixin private final TypeOptions types;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Where to write the SQL; an existing file is replaced. Default: standard output.")
  private @Nullable Path output;

  RenderCommand(PrintWriter out, Map<String, String> environment) {
    this.out = out;
    this.sources = new SourceOption(environment);
    this.types = new TypeOptions(environment);
  }

  @Override
  public Integer call() {
    write(script(PythonResolver.resolveFiles(sources.read(), types.mapping())));
    return ExitCode.OK;
  }

  private static String script(List<DatabaseObject> objects) {
    return objects.stream()
        .flatMap(object -> DdlWriter.statements(object).stream())
        .map(statement -> statement + ";\n\n")
        .collect(Collectors.joining("", ENCODING, ""));
  }

  private void write(String script) {
    if (output == null) {
      out.print(script);
      if (out.checkError()) {
        throw new InvalidArgumentException("Cannot write all of the SQL to standard output.");
      }
    } else {
      writeFile(output, script);
    }
  }

  private static void writeFile(Path file, String script) {
    try {
      Files.writeString(file, script);
    } catch (IOException unwritable) {
      throw new InvalidArgumentException("Cannot write " + file + ": " + reason(unwritable) + ".");
    }
  }

  /** Java's own messages begin with the path, and often end with it. */
  private static String reason(IOException unwritable) {
    if (unwritable instanceof NoSuchFileException) {
      return "its folder does not exist";
    } else if (unwritable instanceof AccessDeniedException) {
      return "access is denied";
    }
    return unwritable instanceof FileSystemException known && known.getReason() != null
        ? known.getReason()
        : unwritable.toString();
  }
}
