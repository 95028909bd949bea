package org.plpython.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plpython.deploy.DeploySettings;
import org.plpython.deploy.Deployment;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.plan.PlanSettings.Removal;
import org.plpython.report.PlanText;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The verb {@code remove}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    header = "Remove everything that a project has installed in a database.",
    synopsisHeading = "%n",
    customSynopsis =
        "Usage: plpython remove --url JDBC [--user USER] --project ID [--yes] [OPTION]...",
    descriptionHeading = "%n",
    description = {
      "Shows the objects, asks, and drops all of them in one transaction; no sources are needed."
          + " When no project has any objects left, the registry's table goes as well.",
      "",
      "If anything else hangs on one of them, a view or a column's default, nothing is removed."
    },
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the database has no objects of the project, but for protected ones",
      "1:refused, not confirmed, or an error; nothing was changed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plpython remove --url jdbc:postgresql://localhost/bookshop --project shop",
      "  plpython remove ... --project shop --protect 'shop.legacy(*' --yes"
    })
final class RemoveCommand implements Callable<Integer> {
  private final PrintWriter out;
  private final Status status;
  private final Terminal terminal;
  private int exitCode;

  @Mixin private final DatabaseOptions database;
  @Mixin private final ProjectOptions project = new ProjectOptions();
  @Mixin private final DeployOptions timing = new DeployOptions();
  @Mixin private final HistoryGuard guard = new HistoryGuard();

  @Option(names = "--yes", description = "Does it without asking.")
  private boolean isConfirmed;

  @Mixin private final ColorOption color;
  private final OutputOption output;

  RemoveCommand(
      PrintWriter out, Status status, Map<String, String> environment, Terminal terminal) {
    this.out = out;
    this.status = status;
    this.terminal = terminal;
    this.database = new DatabaseOptions(environment);
    this.output = new OutputOption(out);
    this.color = new ColorOption(environment, terminal);
  }

  @Override
  public Integer call() throws SQLException {
    database.require();
    PlanSettings settings = settings();
    DeploySettings waits = timing.settings();
    try {
      database.writing(
          connection -> {
            guard.check(connection, settings.project());
            exitCode = remove(connection, new Deployment(connection, settings, waits));
          });
      return exitCode;
    } finally {
      status.clear();
    }
  }

  private PlanSettings settings() {
    return new PlanSettings(
        Optional.of(required(project.project())),
        Optional.of(project.registry()),
        false,
        Dependents.REFUSE,
        new Removal(true, 0, project.schemas(), project.isProtected()));
  }

  private static String required(Optional<String> project) {
    return project.orElseThrow(
        () ->
            new InvalidArgumentException(
                "Whose objects? Name the project with --project ID or in PLPYTHON_PROJECT."));
  }

  private int remove(Connection connection, Deployment deployment) throws SQLException {
    status.show("reading the database");
    Plan plan = deployment.plan(List.of());
    status.clear();
    String text = text(plan);
    output.write(text);
    if (!plan.refusals().isEmpty()) {
      status.say("The plan is refused. Nothing was changed.");
      return ExitCode.SOFTWARE;
    } else if (!plan.changes().isEmpty()) {
      confirm(plan, connection.getCatalog());
    }
    return new ShownDeploy(status, output, again -> confirmed(again, text), text)
        .apply(deployment, List.of(), () -> out.println("committed"));
  }

  private String text(Plan plan) {
    return plan.isEmpty()
        ? "nothing to remove: the database has no objects of the project%s\n"
            .formatted(plan.kept().isEmpty() ? "" : " but protected ones")
        : PlanText.of(plan, color.isColored(output));
  }

  private void confirm(Plan plan, String databaseName) {
    String what =
        "%d %s of the project '%s' from the database '%s'"
            .formatted(
                plan.changes().size(),
                plan.changes().size() == 1 ? "object" : "objects",
                plan.project().orElseThrow(),
                databaseName);
    if (isConfirmed) {
      return;
    }
    String answer =
        terminal
            .ask("Remove %s? Write yes: ".formatted(what))
            .orElseThrow(() -> new InvalidArgumentException("Say --yes to remove " + what + "."));
    if (!answer.strip().equalsIgnoreCase("yes")) {
      throw new InvalidArgumentException("Nothing was changed.");
    }
  }

  private String confirmed(Plan again, String text) {
    if (!text(again).equals(text)) {
      throw new InvalidArgumentException(
          "Meanwhile somebody else has deployed, and other objects would be removed. Nothing was"
              + " changed: look again.");
    }
    return text;
  }
}
