package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs statements as they are written, over one connection. */
record SqlRunner(Connection connection) {

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
