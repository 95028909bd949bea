package org.plpython.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.plpython.cli.demo.Demo;
import org.plpython.cli.demo.MigrationTool;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The verb {@code demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    header = "Show a bookshop with Python in its database, from nothing to a redeploy.",
    synopsisHeading = "%n",
    customSynopsis = "Usage: plpython demo [--liquibase]",
    descriptionHeading = "%n",
    description = {
      "Starts a PostgreSQL with Python of its own, migrates a small project with Flyway or"
          + " Liquibase, calls its functions, fires its triggers, edits one function and migrates"
          + " again.",
      "",
      "It runs on Linux x86-64 and needs neither Docker nor an installed database, nor Python, nor"
          + " a network. The first run unpacks 100 MB into ~/.cache/plpython-migrate; database and"
          + " sources are temporary and gone at the end."
    },
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all of it worked", "1:something failed; the reason is on standard error"})
final class DemoCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Option(names = "--liquibase", description = "With Liquibase instead of Flyway.")
  private boolean isLiquibase;

  DemoCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws SQLException {
    Demo.run(isLiquibase ? MigrationTool.LIQUIBASE : MigrationTool.FLYWAY, out);
    return ExitCode.OK;
  }
}
