package org.plpython.deploy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs statements as they are written, over one connection. */
record SqlRunner(Connection connection) {

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  static void runAll(Connection connection, List<String> statements) throws SQLException {
    SqlRunner runner = new SqlRunner(connection);
    for (String statement : statements) {
      runner.run(statement);
    }
  }

  /** The same for statements without texts of others: they are sent together. */
  static void runTogether(Connection connection, List<String> statements) throws SQLException {
    new SqlRunner(connection).run(String.join("; ", statements));
  }

  /** The one value of a query. */
  String value(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
