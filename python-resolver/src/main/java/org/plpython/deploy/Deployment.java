package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plpython.catalog.SearchPath;
import org.plpython.deploy.ConnectionLoss.Outcome;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;

/**
 * Brings a database to what the sources hold: says beforehand what that changes, and does exactly
 * that, in one transaction, or nothing.
 */
public final class Deployment {
  /** lock_not_available, deadlock_detected, serialization_failure; the manual's appendix A. */
  private static final Set<String> IN_THE_WAY =
      Set.of(Opening.LOCK_NOT_AVAILABLE, "40P01", "40001");

  private static final System.Logger LOG = System.getLogger(Deployment.class.getName());

  private final Connection connection;
  private final PlanSettings settings;
  private final DeploySettings timing;
  private final Opening opening;

  /** Over a connection that nothing else uses meanwhile, and no transaction is open on. */
  public Deployment(Connection connection, PlanSettings settings, DeploySettings timing) {
    this.connection = connection;
    this.settings = settings;
    this.timing = timing;
    this.opening = new Opening(timing);
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
          SqlRunner.runTogether(connection, opening.settings());
          Plan plan = new PlanReader(connection, settings).read(objects);
          connection.rollback();
          return plan;
        });
  }

  /**
   * Does it, and commits. Two deployments at once wait for each other.
   *
   * @param watcher sees what happens; what it throws stops the deploy, and nothing is changed
   * @return what was done; it may be nothing
   * @throws RefusedException if the plan is refused; nothing was changed then
   * @throws DeployException if the server refuses a statement, with the author's file and line;
   *     nothing was changed then. A connection lost while it commits leaves that open, and the
   *     message says so
   */
  public Plan apply(List<DatabaseObject> objects, DeployWatcher watcher) {
    return inTransaction(() -> attempt(objects, watcher, 1));
  }

  /**
   * What {@link #apply} would say to the server to carry out a plan of {@link #plan}: a whole
   * transaction that waits for its turn as others do, in the same search path. What has been
   * checked for the plan is not checked again.
   *
   * @return statements without semicolons at their ends; none if the plan has none
   * @throws RefusedException if the plan is refused
   * @throws DeployException if the server cannot be asked
   */
  public List<String> script(Plan plan) {
    if (!plan.refusals().isEmpty()) {
      throw new RefusedException(plan);
    } else if (plan.steps().isEmpty()) {
      return List.of();
    }
    List<String> statements = new ArrayList<>();
    statements.add("SET LOCAL search_path TO " + searchPath());
    plan.steps().forEach(step -> statements.add(step.sql()));
    return opening.script(statements);
  }

  private String searchPath() {
    try {
      String path = SearchPath.get(connection);
      return path.isBlank() ? "''" : path;
    } catch (SQLException error) {
      throw new DeployException("The database could not be asked: " + error.getMessage(), error);
    }
  }

  private Plan attempt(List<DatabaseObject> objects, DeployWatcher watcher, int number)
      throws SQLException {
    try {
      waitForTurn();
      SqlRunner.runTogether(connection, opening.settings());
      Plan plan = new PlanReader(connection, settings).read(objects);
      new PlanRunner(connection, watcher).run(plan);
      commit();
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
    try {
      run(List.of(Opening.ISOLATION));
      run(opening.turn());
    } catch (SQLException error) {
      throw opening.explained(error);
    }
  }

  private void commit() throws SQLException {
    try {
      connection.commit();
    } catch (SQLException error) {
      throw lost(error, "committing", Outcome.UNKNOWN);
    }
  }

  /** What is thrown for an error about no object. */
  static DeployException lost(SQLException error, String work, Outcome outcome) {
    return new DeployException(
        ConnectionLoss.explain(error, work, outcome)
            .orElseGet(() -> "The server refused: " + ServerError.withAdvice(error)),
        error);
  }

  private void run(List<String> statements) throws SQLException {
    SqlRunner.runAll(connection, statements);
  }

  /** What is done in a transaction, and ends it. */
  private interface Work {
    Plan run() throws SQLException;
  }

  private Plan inTransaction(Work work) {
    boolean autoCommit = begin();
    try {
      return work.run();
    } catch (SQLException error) {
      undo(error);
      throw lost(error, "looking at the database", Outcome.NOTHING_CHANGED);
    } catch (RuntimeException refused) {
      undo(refused);
      throw refused;
    } finally {
      restore(autoCommit);
    }
  }

  private boolean begin() {
    try {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      return autoCommit;
    } catch (SQLException error) {
      throw lost(error, "beginning", Outcome.NOTHING_CHANGED);
    }
  }

  /** For a connection that ends now, everything has been said. */
  private void restore(boolean autoCommit) {
    try {
      connection.setAutoCommit(autoCommit);
    } catch (SQLException closed) {
      LOG.log(System.Logger.Level.DEBUG, "the connection ended after the deploy", closed);
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
