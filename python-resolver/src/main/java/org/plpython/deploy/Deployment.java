package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;

/**
 * Brings a database to what the sources hold: says beforehand what that changes, and does exactly
 * that, in one transaction, or nothing.
 */
public final class Deployment {
  /** Any number that no other program is likely to lock: the ASCII codes of {@code plpython}. */
  static final long LOCK = 0x706c707974686f6eL;

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** And deadlock_detected, serialization_failure; the manual's appendix A. */
  private static final Set<String> IN_THE_WAY = Set.of(LOCK_NOT_AVAILABLE, "40P01", "40001");

  private final Connection connection;
  private final PlanSettings settings;
  private final DeploySettings timing;

  /** Over a connection that nothing else uses meanwhile, and no transaction is open on. */
  public Deployment(Connection connection, PlanSettings settings, DeploySettings timing) {
    this.connection = connection;
    this.settings = settings;
    this.timing = timing;
  }

  /**
   * What {@link #apply} would do. It waits for no lock longer than it is set to, and writes
   * nothing.
   *
   * @throws DeployException if the server cannot be asked
   */
  public Plan plan(List<DatabaseObject> objects) {
    return inTransaction(
        () -> {
          setTimeouts();
          Plan plan = new PlanReader(connection, settings).read(objects);
          connection.rollback();
          return plan;
        });
  }

  /**
   * Does it, and commits. Two deployments at once wait for each other.
   *
   * @param watcher sees what happens
   * @return what was done; it may be nothing
   * @throws DeployException if the plan is refused or the server refuses a statement, with the
   *     author's file and line; nothing was changed then
   */
  public Plan apply(List<DatabaseObject> objects, DeployWatcher watcher) {
    return inTransaction(() -> attempt(objects, watcher, 1));
  }

  private Plan attempt(List<DatabaseObject> objects, DeployWatcher watcher, int number)
      throws SQLException {
    try {
      waitForTurn();
      setTimeouts();
      Plan plan = new PlanReader(connection, settings).read(objects);
      new PlanRunner(connection, watcher).run(plan);
      connection.commit();
      return plan;
    } catch (SQLException | DeployException refused) {
      if (number >= timing.attempts() || !isInTheWay(refused)) {
        throw refused;
      }
      connection.rollback();
      watcher.again(String.valueOf(refused.getMessage()), number + 1);
      return attempt(objects, watcher, number + 1);
    }
  }

  private static boolean isInTheWay(Exception refused) {
    Throwable cause = refused instanceof DeployException ? refused.getCause() : refused;
    return cause instanceof SQLException error
        && IN_THE_WAY.contains(String.valueOf(error.getSQLState()));
  }

  private void waitForTurn() throws SQLException {
    SqlRunner sql = new SqlRunner(connection);
    sql.run("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    set("lock_timeout", timing.turnTimeout());
    set("statement_timeout", Duration.ZERO);
    try {
      sql.run("SELECT pg_catalog.pg_advisory_xact_lock(" + LOCK + ")");
    } catch (SQLException error) {
      if (LOCK_NOT_AVAILABLE.equals(error.getSQLState())) {
        throw new DeployException(
            """
            another deploy in this database has not ended for %d s, and this one waits no longer
              Wait for it, or give this one more time with --turn-timeout. Nothing was changed."""
                .formatted(timing.turnTimeout().toSeconds()));
      }
      throw error;
    }
  }

  private void setTimeouts() throws SQLException {
    set("lock_timeout", timing.lockTimeout());
    set("statement_timeout", timing.statementTimeout());
  }

  private void set(String setting, Duration time) throws SQLException {
    new SqlRunner(connection).run("SET LOCAL " + setting + " = " + time.toMillis());
  }

  /** What is done in a transaction, and ends it. */
  private interface Work {
    Plan run() throws SQLException;
  }

  private Plan inTransaction(Work work) {
    try {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      Plan plan;
      try {
        plan = work.run();
      } catch (SQLException | DeployException refused) {
        undo(refused);
        throw refused;
      }
      connection.setAutoCommit(autoCommit);
      return plan;
    } catch (SQLException error) {
      throw new DeployException("The deploy was interrupted: " + error.getMessage(), error);
    }
  }

  private void undo(Exception reason) {
    try {
      connection.rollback();
    } catch (SQLException broken) {
      reason.addSuppressed(broken);
    }
  }
}
