package org.plpython.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plpython.deploy.DeploySettings;
import org.plpython.deploy.Deployment;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.PlanSettings;
import org.plpython.report.PlanJson;
import org.plpython.report.PlanText;
import org.plpython.resolver.PythonResolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The verb {@code apply}. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    header = "Bring a database to what the Python sources say: all of it, or nothing.",
    synopsisHeading = "%n",
    customSynopsis =
        "Usage: plpython apply --url JDBC [--user USER] --source DIR... [--project ID] [OPTION]...",
    descriptionHeading = "%n",
    description = {
      "Shows what plan shows, does exactly that in one transaction, and says 'committed'. Two"
          + " deploys at once wait for each other.",
      "",
      "Mistakes in the sources, what cannot be done, and what the server refuses change nothing."
          + " With --project, what the project installed and its sources no longer hold is removed."
    },
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the database is as the sources say",
      "1:refused, mistakes in the sources, or an error; nothing was changed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plpython apply --url embedded: --source db/plpython",
      "  plpython apply --url jdbc:postgresql://localhost/bookshop --source db/plpython --project shop",
      "  plpython apply ... --lock-timeout 2s --attempts 10"
    })
final class ApplyCommand implements Callable<Integer> {
  private final PrintWriter out;
  private final Status status;
  private int exitCode;

  @Mixin private final DatabaseOptions database;
  @Mixin private final SourceOption sources;
  @Mixin private final TypeOptions types;
  @Mixin private final PlaceholderOption placeholders = new PlaceholderOption();
  @Mixin private final PlanOptions options = new PlanOptions();
  @Mixin private final DeployOptions timing = new DeployOptions();
  @Mixin private final HistoryGuard guard = new HistoryGuard();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text for people, json for programs. Default: text.")
  private Format format = Format.TEXT;

  @Mixin private final OutputOption output;
  @Mixin private final ColorOption color;

  /** How what is done is written. */
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  ApplyCommand(PrintWriter out, Status status, Map<String, String> environment, Terminal terminal) {
    this.out = out;
    this.status = status;
    this.database = new DatabaseOptions(environment);
    this.sources = new SourceOption(environment);
    this.types = new TypeOptions(environment);
    this.output = new OutputOption(out);
    this.color = new ColorOption(environment, terminal);
  }

  @Override
  public Integer call() throws SQLException {
    database.require();
    try {
      status.show("reading the sources");
      List<DatabaseObject> objects =
          PythonResolver.resolveFiles(sources.read(), types.mapping(), placeholders.values());
      PlanSettings settings = options.settings();
      DeploySettings waits = timing.settings();
      status.clear();
      database.writing(
          connection -> {
            guard.check(connection, settings.project());
            exitCode = apply(new Deployment(connection, settings, waits), objects);
          });
      return exitCode;
    } finally {
      status.clear();
    }
  }

  private int apply(Deployment deployment, List<DatabaseObject> objects) {
    return switch (format) {
      case TEXT ->
          new ShownDeploy(status, output, plan -> PlanText.of(plan, color.isColored(output)), "")
              .apply(deployment, objects, () -> out.println("committed"));
      case JSON ->
          new ShownDeploy(status, output, PlanJson::of, "").apply(deployment, objects, () -> {});
    };
  }
}
