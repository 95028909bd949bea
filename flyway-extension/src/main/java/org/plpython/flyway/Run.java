package org.plpython.flyway;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.JoinedDeployment;
import org.plpython.deploy.StandingObjects;
import org.plpython.flyway.Situation.Instance;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Plan;

/**
 * One command of Flyway, from resolving the migrations on: its migrations of ours share this. The
 * first of them to run deploys the objects of all in its transaction, as only together they are in
 * an order in which the server takes them; the others find theirs done.
 */
final class Run {
  private static final Map<PlPythonConfiguration, Run> RUNS = new WeakHashMap<>();

  private final Situation situation;
  private final Set<String> repaired = new HashSet<>();
  private final Optional<String> drift;
  private final VersionedStage versioned;
  private final SortedSet<String> pending = new TreeSet<>();
  private final Set<String> waiting = new HashSet<>();
  private boolean isDeployed;
  private int rankBefore;
  private int executed;

  /**
   * In a situation.
   *
   * @param standing whether the database has what the history has
   */
  Run(Situation situation, StandingObjects standing) {
    this.situation = situation;
    standing.repaired().forEach(it -> repaired.add(Description.of(it)));
    this.drift = standing.refusal(Wording::of);
    this.versioned = new VersionedStage(situation);
  }

  /** The latest one of a configuration; empty: its sources have not been resolved. */
  static synchronized Optional<Run> of(Configuration configuration) {
    return Optional.ofNullable(RUNS.get(key(configuration)));
  }

  /** Makes it the latest one of a configuration. */
  static synchronized void begin(Configuration configuration, Run run) {
    RUNS.put(key(configuration), run);
  }

  private static PlPythonConfiguration key(Configuration configuration) {
    return PlPythonConfiguration.of(configuration);
  }

  /** Notes which of the migrations will run, unless Flyway is told otherwise. */
  void expect(Collection<ResolvedMigration> migrations, Map<String, HistoryRow> history) {
    for (ResolvedMigration migration : migrations) {
      HistoryRow row = history.get(migration.getDescription());
      if (row == null || !migration.checksumMatches(row.checksum())) {
        pending.add(migration.getDescription());
      }
    }
  }

  String release() {
    return situation.release();
  }

  /** Whether an object has to be made again although its source has not changed. */
  boolean isToBeRepaired(String description) {
    return repaired.contains(description);
  }

  /**
   * Brings the database to what the sources hold, unless an earlier migration has done so.
   *
   * @param description the migration that runs: what it is about must be installed now; objects
   *     whose migrations are still to come may wait for what others make until then
   * @throws FlywayException if that is refused; the transaction must be rolled back then
   */
  void deploy(Connection connection, String description) {
    try {
      boolean isDone =
          isDeployed
              && !waiting.contains(description)
              && !(description.equals(pending.last()) && othersRan(connection));
      if (!isDone) {
        deploy(connection, it -> Description.of(it).compareTo(description) > 0);
      }
      executed++;
      repaired.remove(description);
    } catch (SQLException error) {
      throw new FlywayException(error.getMessage(), error);
    } catch (DeployException refused) {
      throw Wording.exception(refused);
    }
  }

  /**
   * What {@link #deploy} would do now.
   *
   * @param othersRun whether objects may wait for what other migrations make
   * @return all objects wait where the history's schema has yet to be made
   */
  JoinedDeployment.Outcome plan(OwnConnection own, boolean othersRun) throws SQLException {
    JoinedDeployment deployment =
        new JoinedDeployment(own.connection(), situation.plan(), situation.timing());
    return own.history().hasSchema(own.connection())
        ? deployment.plan(situation.wanted(), it -> othersRun)
        : new JoinedDeployment.Outcome(Plan.empty(situation.plan().project()), situation.wanted());
  }

  private void deploy(Connection connection, Predicate<DatabaseObject> mayWait)
      throws SQLException {
    if (!isDeployed) {
      rankBefore = count(connection, "SELECT coalesce(max(installed_rank), 0) FROM %s");
    }
    JoinedDeployment.Outcome outcome =
        new JoinedDeployment(connection, situation.plan(), situation.timing())
            .apply(situation.wanted(), mayWait, situation.newRelease(), new DeployLog());
    isDeployed = true;
    waiting.clear();
    outcome.waiting().forEach(it -> waiting.add(Description.of(it)));
  }

  /** Whether other migrations ran since the first of ours: they may have taken something along. */
  private boolean othersRan(Connection connection) throws SQLException {
    int rows = count(connection, "SELECT count(*) FROM %s WHERE installed_rank > " + rankBefore);
    return rows != executed;
  }

  private int count(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(query.formatted(situation.history().sql()));
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  /**
   * Before any migration runs.
   *
   * @throws FlywayException if what somebody changed in the database forbids it
   */
  void beforeAll() {
    if (drift.isPresent()) {
      throw new FlywayException(drift.get());
    }
  }

  /**
   * Before a versioned migration, in its transaction. An instance of an earlier release does
   * nothing.
   *
   * @throws FlywayException if the server refuses it
   */
  void beforeVersioned(Connection connection) {
    inFlywaysWords(() -> versioned.before(connection));
  }

  /**
   * After one, in its transaction.
   *
   * @throws FlywayException if the server refuses it
   */
  void afterVersioned(Connection connection) {
    inFlywaysWords(() -> versioned.after(connection));
  }

  private void inFlywaysWords(Runnable work) {
    if (situation.instance() == Instance.CURRENT) {
      try {
        work.run();
      } catch (DeployException refused) {
        throw Wording.exception(refused);
      }
    }
  }
}
