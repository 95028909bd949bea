package org.plpython.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command above the verbs. */
@Command(
    name = "plpython",
    synopsisHeading = "",
    customSynopsis = {"Usage: plpython VERB [OPTION]...", "       plpython VERB --help"},
    descriptionHeading = "%n",
    description = {
      "Python functions and triggers for PostgreSQL, installed by Flyway as PL/Python.",
      "You write them in .py files, with type hints and a decorator; no Python is needed here."
    },
    commandListHeading = "%nVerbs:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; plan: nothing to do; lint: no errors and no warnings",
      "1:any error, wrong options among them; plan: refused; lint: errors or warnings",
      "2:plan: there are changes"
    },
    footerHeading = "%nFirst steps:%n",
    footer = {
      "  plpython demo                       see all of it on a database of its own",
      "  plpython lint --source db/plpython  check your sources",
      "  plpython plan --url embedded: --source db/plpython",
      "                                      see what they make of an empty database"
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class PlPythonCommand {
  private final CommandLine commandLine;

  /** Over the process's environment and terminal, and the given streams. */
  PlPythonCommand(PrintWriter out, PrintWriter err) {
    this(out, err, System.getenv(), Terminal.ofProcess());
  }

  PlPythonCommand(
      PrintWriter out, PrintWriter err, Map<String, String> environment, Terminal terminal) {
    Status status = new Status(err, terminal);
    EnvironmentDefaults defaults = new EnvironmentDefaults(environment);
    commandLine =
        new CommandLine(this)
            .addSubcommand(new ApplyCommand(out, status, environment, terminal))
            .addSubcommand(new CompletionCommand(out))
            .addSubcommand(new DemoCommand(out))
            .addSubcommand(new LintCommand(out, environment))
            .addSubcommand(new PlanCommand(out, status, environment, terminal))
            .addSubcommand(new RemoveCommand(out, status, environment, terminal))
            .addSubcommand(new RenderCommand(out, environment))
            .setOut(out)
            .setErr(err)
            .setUsageHelpWidth(100)
            .setExpandAtFiles(false)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setDefaultValueProvider(defaults)
            .setParameterExceptionHandler(new UsageErrors(defaults))
            .setExecutionExceptionHandler(new Failures());
  }

  /** Runs a verb; the exit code, 0, 1 or 2. */
  int run(String... arguments) {
    return commandLine.execute(arguments);
  }
}
