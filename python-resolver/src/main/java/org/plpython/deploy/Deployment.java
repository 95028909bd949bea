package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.plpython.object.DatabaseObject;

/** Installs objects in one transaction of its own: all of them, or nothing. */
public final class Deployment {
  /** Any number that no other program is likely to lock: the ASCII codes of {@code plpython}. */
  private static final long LOCK = 0x706c707974686f6eL;

  private final Connection connection;
  private final Consumer<DatabaseObject> progress;

  /**
   * Over a connection that nothing else uses meanwhile.
   *
   * @param progress gets each object after it was installed
   */
  public Deployment(Connection connection, Consumer<DatabaseObject> progress) {
    this.connection = connection;
    this.progress = progress;
  }

  /**
   * Creates or replaces the objects, in their order, and commits. Two deployments at once wait for
   * each other.
   *
   * @throws DeployException if the server refuses one of them, with the author's file and line;
   *     nothing was changed then, and the connection is left without autocommit
   */
  public void install(List<DatabaseObject> objects) {
    try {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        installAll(objects);
        connection.commit();
      } catch (SQLException | DeployException refused) {
        undo(refused);
        throw refused;
      }
      connection.setAutoCommit(autoCommit);
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

  private void installAll(List<DatabaseObject> objects) throws SQLException {
    new SqlRunner(connection).run("SELECT pg_catalog.pg_advisory_xact_lock(" + LOCK + ")");
    Installer installer = new Installer(connection);
    for (DatabaseObject object : objects) {
      installer.install(object);
      progress.accept(object);
    }
  }
}
