package org.plpython.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import liquibase.exception.LiquibaseException;
import org.plpython.deploy.DeploySettings;
import org.plpython.deploy.Deployment;
import org.plpython.flyway.FlywayPlan;
import org.plpython.liquibase.LiquibasePlan;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;
import org.plpython.report.PlanJson;
import org.plpython.report.PlanSql;
import org.plpython.report.PlanText;
import org.plpython.resolver.PythonResolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The verb {@code plan}. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    header = "Show what apply would change in a database, and why. Nothing is changed.",
    synopsisHeading = "%n",
    customSynopsis =
        "Usage: plpython plan --url JDBC [--user USER] --source DIR... [--project ID] [OPTION]...%n"
            + "       plpython plan --flyway FILE [--format text|json]%n"
            + "       plpython plan --liquibase FILE [--url JDBC] [--format text|json]",
    descriptionHeading = "%n",
    description = {
      "Compares the sources with the database, and shows each object that would be created,"
          + " replaced, recreated or dropped, with the differences. One line sums it up:",
      "  1 to create, 2 to replace, 40 unchanged",
      "",
      "An object that somebody changed in the database is 'drifted'. What cannot be done is refused,"
          + " with what to do about it; nothing would be done then."
    },
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing to do",
      "1:refused, mistakes in the sources, or an error",
      "2:there are changes"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plpython plan --url embedded: --source db/plpython",
      "  plpython plan --url jdbc:postgresql://localhost/bookshop --source db/plpython --project shop",
      "  plpython plan ... --format sql --output deploy.sql && psql --file deploy.sql bookshop",
      "  plpython plan --flyway flyway.toml",
      "  plpython plan --liquibase liquibase.properties",
      "  plpython plan ... --format json | jq '.changes[] | select(.reason == \"drifted\")'"
    })
final class PlanCommand implements Callable<Integer> {
  private static final int CHANGES = 2;

  private final Status status;
  private int exitCode;

  @Mixin private final DatabaseOptions database;
  @Mixin private final SourceOption sources;
  @Mixin private final TypeOptions types;
  @Mixin private final PlaceholderOption placeholders = new PlaceholderOption();
  @Mixin private final PlanOptions options = new PlanOptions();
  @Mixin private final DeployOptions timing = new DeployOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text for people, json for programs, sql: a script for psql that does what apply would"
              + " do. Default: text.")
  private Format format = Format.TEXT;

  @Mixin private final FlywayOption flyway;
  @Mixin private final LiquibaseOption liquibase = new LiquibaseOption();
  @Mixin private final OutputOption output;
  @Mixin private final ColorOption color;

  /** How a plan is written. */
  enum Format {
    TEXT,
    JSON,
    SQL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  PlanCommand(PrintWriter out, Status status, Map<String, String> environment, Terminal terminal) {
    this.status = status;
    this.database = new DatabaseOptions(environment);
    this.sources = new SourceOption(environment);
    this.types = new TypeOptions(environment);
    this.flyway = new FlywayOption(environment);
    this.output = new OutputOption(out);
    this.color = new ColorOption(environment, terminal);
  }

  @Override
  public Integer call() throws SQLException, LiquibaseException {
    if (flyway.isGiven()) {
      return planOfFlyway();
    }
    if (liquibase.isGiven()) {
      return planOfLiquibase();
    }
    database.require();
    try {
      status.show("reading the sources");
      List<DatabaseObject> objects =
          PythonResolver.resolveFiles(sources.read(), types.mapping(), placeholders.values());
      PlanSettings settings = options.settings();
      DeploySettings waits = timing.settings();
      status.clear();
      database.connected(
          connection -> exitCode = plan(new Deployment(connection, settings, waits), objects));
      return exitCode;
    } finally {
      status.clear();
    }
  }

  private int planOfFlyway() {
    flyway.requireAlone();
    refuseSql("--flyway", "Flyway alone can run its migrations");
    try {
      status.show("reading the database");
      FlywayPlan plan = flyway.plan();
      status.clear();
      output.write(format == Format.JSON ? plan.json() : plan.text(color.isColored(output)));
      return exitCode(plan.isRefused(), plan.isEmpty());
    } finally {
      status.clear();
    }
  }

  private int planOfLiquibase() throws SQLException, LiquibaseException {
    liquibase.requireAlone();
    refuseSql("--liquibase", "Liquibase's own update-sql writes that");
    try {
      status.show("reading the database");
      LiquibasePlan plan = liquibase.plan(database);
      status.clear();
      output.write(format == Format.JSON ? plan.json() : plan.text(color.isColored(output)));
      return exitCode(plan.isRefused(), plan.isEmpty());
    } finally {
      status.clear();
    }
  }

  private void refuseSql(String option, String why) {
    if (format == Format.SQL) {
      throw new InvalidArgumentException(
          "--format sql is not possible with %s, as %s.".formatted(option, why));
    }
  }

  private int plan(Deployment deployment, List<DatabaseObject> objects) {
    status.show("reading the database");
    Plan plan = deployment.plan(objects);
    String report =
        switch (format) {
          case TEXT -> PlanText.of(plan, color.isColored(output));
          case JSON -> PlanJson.of(plan);
          case SQL -> PlanSql.of(plan, deployment.script(plan));
        };
    status.clear();
    output.write(report);
    return exitCode(!plan.refusals().isEmpty(), plan.isEmpty());
  }

  private int exitCode(boolean isRefused, boolean isEmpty) {
    if (isRefused) {
      status.say("The plan is refused. Nothing would be changed.");
      return ExitCode.SOFTWARE;
    }
    return isEmpty ? ExitCode.OK : CHANGES;
  }
}
