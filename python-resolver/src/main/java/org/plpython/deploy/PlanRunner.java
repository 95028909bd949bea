package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.plpython.catalog.SearchPath;
import org.plpython.deploy.ConnectionLoss.Outcome;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Plan;
import org.plpython.plan.Step;

/** Carries plans out in the transaction of a connection. */
final class PlanRunner {
  private final Connection connection;
  private final DeployWatcher watcher;

  PlanRunner(Connection connection, DeployWatcher watcher) {
    this.connection = connection;
    this.watcher = watcher;
  }

  /**
   * Runs its statements.
   *
   * @throws RefusedException if the plan is refused
   * @throws DeployException if the server refuses a statement about an object
   */
  void run(Plan plan) throws SQLException {
    if (!plan.refusals().isEmpty()) {
      throw new RefusedException(plan);
    }
    watcher.planned(plan);
    String path = SearchPath.get(connection);
    SqlRunner sql = new SqlRunner(connection);
    for (Step step : plan.steps()) {
      run(sql, step);
      watcher.done(step);
    }
    SearchPath.set(connection, path);
  }

  private static void run(SqlRunner sql, Step step) throws SQLException {
    try {
      sql.run(step.sql());
    } catch (SQLException error) {
      String work = step.object().map(it -> "installing the " + name(it)).orElse("deploying");
      Optional<String> lost = ConnectionLoss.explain(error, work, Outcome.ROLLED_BACK);
      if (lost.isPresent()) {
        throw new DeployException(lost.get(), error);
      } else if (step.object().isPresent()) {
        throw ServerError.explain(step.object().get(), error);
      }
      throw error;
    }
  }

  private static String name(DatabaseObject object) {
    return object.kind() + " " + object.identity();
  }
}
