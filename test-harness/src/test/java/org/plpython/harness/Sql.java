package org.plpython.harness;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One-line questions to a database. */
final class Sql {

  private Sql() {}

  static String value(PlPythonDatabase database, String query) throws SQLException {
    try (Connection connection = database.connect()) {
      return value(connection, query);
    }
  }

  static String value(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return String.valueOf(result.getString(1));
    }
  }

  /** The text that a PL/Python body returns. */
  static String python(PlPythonDatabase database, String body) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE FUNCTION body() RETURNS text LANGUAGE plpython3u AS $body$\n"
              + body
              + "\n$body$");
      return value(connection, "SELECT body()");
    }
  }
}
