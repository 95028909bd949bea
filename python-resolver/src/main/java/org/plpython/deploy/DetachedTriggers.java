package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.catalog.Dependent;
import org.plpython.catalog.InstalledTriggers;
import org.plpython.catalog.SearchPath;
import org.plpython.object.Trigger;
import org.plpython.sql.DependentStatements;

/**
 * Triggers that are dropped for a while, in a transaction that somebody else ends, as PostgreSQL
 * alters no column that a trigger's definition names. They come back as they were, with their
 * state.
 */
public final class DetachedTriggers {
  private final List<Dependent> triggers;

  private DetachedTriggers(List<Dependent> triggers) {
    this.triggers = List.copyOf(triggers);
  }

  /**
   * Drops those that are there.
   *
   * @throws DeployException if the server refuses it
   */
  public static DetachedTriggers detach(Connection connection, List<Trigger> triggers) {
    try {
      return JoinedTransaction.run(
          connection,
          () -> {
            String path = SearchPath.get(connection);
            List<Dependent> found =
                InstalledTriggers.read(
                    connection,
                    triggers.stream().map(it -> it.table().sql()).toList(),
                    triggers.stream().map(Trigger::name).toList());
            for (Dependent trigger : found) {
              SqlRunner.runAll(connection, new DependentStatements(trigger).drop());
            }
            SearchPath.set(connection, path);
            return new DetachedTriggers(found);
          });
    } catch (SQLException error) {
      throw new DeployException(
          "triggers cannot be detached: " + ServerError.withAdvice(error), error);
    }
  }

  /** How many there are. */
  public int count() {
    return triggers.size();
  }

  /**
   * Makes them again.
   *
   * @return what the server said of those that it does not take back
   * @throws DeployException if the connection is lost
   */
  public List<String> attach(Connection connection) {
    try {
      return JoinedTransaction.run(
          connection,
          () -> {
            String path = SearchPath.get(connection);
            SearchPath.set(connection, "pg_catalog");
            List<String> refused = new ArrayList<>();
            for (Dependent trigger : triggers) {
              attach(connection, trigger).ifPresent(refused::add);
            }
            SearchPath.set(connection, path);
            return refused;
          });
    } catch (SQLException error) {
      throw new DeployException(
          "triggers cannot be attached again: " + ServerError.withAdvice(error), error);
    }
  }

  private static Optional<String> attach(Connection connection, Dependent trigger)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      SqlRunner.runAll(connection, new DependentStatements(trigger).create());
      connection.releaseSavepoint(before);
      return Optional.empty();
    } catch (SQLException error) {
      connection.rollback(before);
      return Optional.of("trigger " + trigger.identity() + ": " + error.getMessage());
    }
  }
}
