package org.plpython.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether a session may change anything at all, asked before the first change. */
final class WriteAccess {
  private static final String QUERY =
      """
      SELECT pg_catalog.pg_is_in_recovery(), setting = 'on', source
      FROM pg_catalog.pg_settings WHERE name = 'default_transaction_read_only'""";

  private WriteAccess() {}

  /**
   * Does nothing where it may.
   *
   * @throws NoConnectionException where it may not, with the reason
   */
  static void require(Connection connection) throws SQLException {
    if (connection.isReadOnly()) {
      throw new NoConnectionException(
          "Nothing can be changed over this connection: --url says readOnly=true. Take that out.");
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      row.next();
      if (row.getBoolean(1)) {
        throw new NoConnectionException(
            """
            Nothing can be changed on this server: it is a standby.
              Name the primary in --url; of several servers,\
             jdbc:postgresql://A,B/DATABASE?targetServerType=primary finds it.""");
      } else if (row.getBoolean(2)) {
        throw readOnly(row.getString(3));
      }
    }
  }

  /**
   * The settings' source is the server's own word, in English always.
   *
   * @param source pg_settings.source
   */
  private static NoConnectionException readOnly(String source) {
    return new NoConnectionException(
        """
        Nothing can be changed in this session: default_transaction_read_only is on (set by: %s).
          If deploys are meant to change something, have it reset there; for one run, write\
         options=-c%%20default_transaction_read_only=off in --url."""
            .formatted(source));
  }
}
