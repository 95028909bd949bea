package org.plpython.harness.assertions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.plpython.deploy.DeploySettings;
import org.plpython.deploy.Deployment;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;
import org.plpython.report.PlanText;

/** Assertions on a database. */
public final class DatabaseAssert extends AbstractAssert<DatabaseAssert, PlPythonDatabase> {

  private final PlPythonDatabase database;
  private final Sources sources;
  private final Optional<String> project;

  DatabaseAssert(PlPythonDatabase database, List<String> locations) {
    this(database, new Sources(locations), Optional.empty());
  }

  private DatabaseAssert(PlPythonDatabase database, Sources sources, Optional<String> project) {
    super(database, DatabaseAssert.class);
    this.database = database;
    this.sources = sources;
    this.project = project;
  }

  /**
   * Names the Python sources, where {@code @PlPythonTest} and {@code deploy} have not.
   *
   * @param locations such as {@code classpath:db/plpython}
   */
  public DatabaseAssert withSources(String... locations) {
    return new DatabaseAssert(database, new Sources(List.of(locations)), project);
  }

  /**
   * Names the project that the sources are deployed for, where the database has several.
   *
   * @param project as {@code plpython apply --project} or the setting of Flyway or Liquibase
   */
  public DatabaseAssert ofProject(String project) {
    return new DatabaseAssert(database, sources, Optional.of(project));
  }

  /**
   * Calls a function. Strings become whatever type the parameter has, lists become arrays.
   *
   * @param function its name, with the schema where that is not on the search path
   * @param arguments numbers, strings, booleans, {@code byte[]}, UUIDs, dates and times of {@code
   *     java.time}, lists of these, or null
   */
  public OutcomeAssert calling(String function, @Nullable Object... arguments) {
    String marks = String.join(", ", Collections.nCopies(arguments.length, "?"));
    String shown = Arrays.stream(arguments).map(Shown::value).collect(Collectors.joining(", "));
    return outcome(
        "%s(%s)".formatted(function, shown), "SELECT %s(%s)".formatted(function, marks), arguments);
  }

  /**
   * Runs a statement: a query, or a change whose triggers matter, with RETURNING to see the effect.
   *
   * @param sql with a {@code ?} for each argument
   * @param arguments as of {@link #calling}
   */
  public OutcomeAssert running(String sql, @Nullable Object... arguments) {
    return outcome(sql, sql, arguments);
  }

  private OutcomeAssert outcome(String shown, String sql, @Nullable Object... arguments) {
    return new OutcomeAssert(shown, Outcome.of(database, sql, arguments), sources);
  }

  /**
   * Looks for a function.
   *
   * @param identity its name and the types of its arguments, {@code shop.gross_price(numeric)}
   */
  public RoutineAssert function(String identity) {
    return new RoutineAssert(CatalogRow.function(database, identity));
  }

  /**
   * Looks for a trigger.
   *
   * @param identity its table's name and its own, {@code shop.book.clean_isbn}
   */
  public TriggerAssert trigger(String identity) {
    return new TriggerAssert(CatalogRow.trigger(database, identity));
  }

  /** Checks that a deploy of the sources would change nothing in the database. */
  public DatabaseAssert isUpToDate() {
    Plan plan = plan();
    if (!plan.changes().isEmpty() || !plan.refusals().isEmpty() || !plan.drifted().isEmpty()) {
      throw failure(
          "Expecting%n  %s%nto be up to date with%n  %s%nbut a deploy would do this:%n%s",
          database.name(),
          String.join(", ", sources.locations()),
          Shown.indented(PlanText.of(plan, false).stripTrailing()));
    }
    return this;
  }

  private Plan plan() {
    try (Connection connection = database.connect()) {
      PlanSettings settings =
          new PlanSettings(
              project.or(() -> onlyOne(Projects.in(connection))),
              PlanSettings.DEFAULT.registry(),
              PlanSettings.DEFAULT.adopt(),
              PlanSettings.DEFAULT.dependents(),
              PlanSettings.DEFAULT.removal());
      return new Deployment(connection, settings, DeploySettings.DEFAULT).plan(sources.objects());
    } catch (SQLException e) {
      throw new AssertionError("The database cannot be asked: " + e.getMessage(), e);
    }
  }

  private static Optional<String> onlyOne(List<String> projects) {
    if (projects.size() > 1) {
      throw new AssertionError(
          "The database has objects of several projects, %s: name one by ofProject(...)"
              .formatted(String.join(", ", projects)));
    }
    return projects.stream().findFirst();
  }
}
