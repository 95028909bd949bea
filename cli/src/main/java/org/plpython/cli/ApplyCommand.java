package org.plpython.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plpython.deploy.DeploySettings;
import org.plpython.deploy.DeployWatcher;
import org.plpython.deploy.Deployment;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.PlanSettings;
import org.plpython.resolver.PythonResolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** The verb {@code apply}. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    header = "Install the Python sources in a database: all of them, or nothing.",
    synopsisHeading = "%n",
    customSynopsis = "Usage: plpython apply --url JDBC [--user USER] --source DIR...",
    descriptionHeading = "%n",
    description = {
      "Creates or replaces every function and trigger of the sources in one transaction. Nothing is"
          + " removed. Mistakes in the sources, and what the server refuses, change nothing."
    },
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:installed", "1:mistakes in the sources, or an error; nothing was changed"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  plpython apply --url embedded: --source db/plpython",
      "  plpython apply --url jdbc:postgresql://localhost/bookshop --user shop --source db/plpython"
    })
final class ApplyCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Mixin private final DatabaseOptions database;
  @Mixin private final SourceOption sources;
  @Mixin private final TypeOptions types;

  ApplyCommand(PrintWriter out, Map<String, String> environment) {
    this.out = out;
    this.database = new DatabaseOptions(environment);
    this.sources = new SourceOption(environment);
    this.types = new TypeOptions(environment);
  }

  @Override
  public Integer call() throws SQLException {
    List<DatabaseObject> objects = PythonResolver.resolveFiles(sources.read(), types.mapping());
    database.writing(
        connection ->
            new Deployment(connection, PlanSettings.DEFAULT, DeploySettings.DEFAULT)
                .apply(objects, DeployWatcher.NONE)
                .changes()
                .forEach(change -> out.println("  " + change.action() + " " + change.item())));
    return ExitCode.OK;
  }
}
