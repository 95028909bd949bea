package org.plpython.deploy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.plpython.object.DatabaseObject;

/** Knows from which version on PL/Python can be called for events. */
final class EventTriggerSupport {
  private static final int FIRST = 190_000;

  private EventTriggerSupport() {}

  /**
   * Does nothing where the server has it.
   *
   * @throws DeployException where it has not: CREATE FUNCTION would say there that "trigger
   *     functions can only be called as triggers"
   */
  static void require(Connection connection, DatabaseObject object) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT current_setting('server_version_num')::int,"
                    + " current_setting('server_version')")) {
      row.next();
      if (row.getInt(1) < FIRST) {
        throw new DeployException(
            "%s: cannot install the %s %s: this server is PostgreSQL %s, and PL/Python can be called for events from 19 on\n  %s"
                .formatted(
                    object.origin(),
                    object.kind(),
                    object.identity(),
                    row.getString(2),
                    "Deploy to PostgreSQL 19 or later, or write this one in PL/pgSQL, in a"
                        + " versioned migration, and remove it here."));
      }
    }
  }
}
