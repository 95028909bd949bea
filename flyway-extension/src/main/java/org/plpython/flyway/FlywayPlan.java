package org.plpython.flyway;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.JoinedDeployment.Outcome;
import org.plpython.plan.Item;
import org.plpython.plan.Plan;
import org.plpython.report.MigrationPlan;
import org.plpython.report.MigrationPlanJson;
import org.plpython.report.MigrationPlanText;
import org.plpython.report.MigrationTool;
import org.plpython.report.PendingMigration;

/**
 * What {@code migrate} would do now: the pending migrations, and what becomes of the functions and
 * triggers of the Python sources. Nothing is written.
 *
 * <pre>{@code
 * FlywayPlan plan = FlywayPlan.of(flyway);
 * System.out.print(plan.text());
 * }</pre>
 */
public final class FlywayPlan {
  private final MigrationPlan run;

  private FlywayPlan(MigrationPlan run) {
    this.run = run;
  }

  /**
   * Looks at the database as {@code migrate} would.
   *
   * @throws FlywayException as {@code info} does: if the database cannot be asked, if sources or
   *     settings hold mistakes, if more would be removed than may be
   */
  public static FlywayPlan of(Flyway flyway) {
    Configuration configuration = flyway.getConfiguration();
    List<String> failures = failures(configuration);
    List<PendingMigration> pending =
        Arrays.stream(flyway.info().pending()).map(FlywayPlan::pending).toList();
    Outcome outcome =
        Run.of(configuration)
            .map(it -> outcome(it, configuration, pending))
            .orElseGet(() -> new Outcome(Plan.empty(Optional.empty()), List.of()));
    return new FlywayPlan(
        new MigrationPlan(
            MigrationTool.FLYWAY,
            pending,
            failures,
            outcome.plan().worded(Wording::of),
            outcome.waiting().stream().map(Item::of).toList()));
  }

  /** The same for a Flyway that has yet to be made. */
  public static FlywayPlan of(Configuration configuration) {
    return of(new Flyway(configuration));
  }

  /** What {@code migrate} would say of applied migrations before it runs any. */
  private static List<String> failures(Configuration configuration) {
    if (!configuration.isValidateOnMigrate()) {
      return List.of();
    }
    List<ValidatePattern> ignored =
        new ArrayList<>(Arrays.asList(configuration.getIgnoreMigrationPatterns()));
    ignored.add(ValidatePattern.fromPattern("*:pending"));
    return Flyway.configure(configuration.getClassLoader())
        .configuration(configuration)
        .ignoreMigrationPatterns(ignored.toArray(new ValidatePattern[0]))
        .load()
        .validateWithResult()
        .invalidMigrations
        .stream()
        .map(FlywayPlan::failure)
        .toList();
  }

  private static String failure(ValidateOutput invalid) {
    return String.valueOf(invalid.errorDetails.errorMessage).strip();
  }

  private static PendingMigration pending(MigrationInfo info) {
    return new PendingMigration(
        Optional.ofNullable(info.getVersion()).map(Object::toString),
        info.getDescription(),
        info.getType().name(),
        info.getState().getDisplayName(),
        info.getScript());
  }

  /** Objects wait for versioned migrations, and for repeatable ones that are not ours. */
  private static Outcome outcome(
      Run run, Configuration configuration, List<PendingMigration> pending) {
    boolean othersRun =
        pending.stream().anyMatch(it -> it.version().isPresent() || !it.type().equals("CUSTOM"));
    try (OwnConnection own = OwnConnection.open(configuration)) {
      return run.plan(own, othersRun);
    } catch (SQLException error) {
      throw new FlywayException(error.getMessage(), error);
    } catch (DeployException unreadable) {
      throw Wording.exception(unreadable);
    }
  }

  /** The pending migrations, in the order in which they run; ours are among them. */
  public List<PendingMigration> migrations() {
    return run.migrations();
  }

  /**
   * Why {@code migrate} would run none of them, in Flyway's words: a checksum that does not match.
   * Reasons of ours are the plan's refusals.
   */
  public List<String> failures() {
    return run.failures();
  }

  /**
   * What becomes of functions and triggers, compared with the database as it is now, before other
   * migrations have run.
   */
  public Plan plan() {
    return run.plan();
  }

  /**
   * The objects that are in no plan yet: they name a table, a type or a schema that is not there,
   * and that one of the other migrations may make.
   */
  public List<Item> waiting() {
    return run.waiting();
  }

  /** Whether {@code migrate} would do nothing, and has nothing to do. */
  public boolean isEmpty() {
    return run.isEmpty();
  }

  /** Whether {@code migrate} would fail before it does anything. */
  public boolean isRefused() {
    return run.isRefused();
  }

  /** For people, without colours. */
  public String text() {
    return text(false);
  }

  /** For people, in a terminal's colours or without. */
  public String text(boolean isColored) {
    return MigrationPlanText.of(run, isColored);
  }

  /**
   * For programs; {@code plpython-migrations.schema.json} beside {@link MigrationPlanJson} says
   * what it holds.
   */
  public String json() {
    return MigrationPlanJson.of(run);
  }
}
