package org.plpython.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What to do where there is no such database: the names of those that there are. */
final class DatabaseNames {
  /** The one that servers have from the beginning. */
  private static final String MAINTENANCE = "postgres";

  private static final int SHOWN = 10;

  private static final String QUERY =
      """
      SELECT datname FROM pg_catalog.pg_database
      WHERE datallowconn AND NOT datistemplate
        AND pg_catalog.has_database_privilege(oid, 'CONNECT')
      ORDER BY datname COLLATE "C" LIMIT %d"""
          .formatted(SHOWN + 1);

  private DatabaseNames() {}

  static String advice(Destination destination) {
    String create = "mend the name in --url, or make the database first: CREATE DATABASE.";
    try (Connection connection =
            DriverManager.getConnection(
                destination.withDatabase(MAINTENANCE).text(), destination.properties());
        ResultSet rows = connection.createStatement().executeQuery(QUERY)) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(names.size() < SHOWN ? rows.getString(1) : "...");
      }
      return "It has: " + String.join(", ", names) + ". Either " + create;
    } catch (SQLException noSuchHelp) {
      return "Either " + create;
    }
  }
}
