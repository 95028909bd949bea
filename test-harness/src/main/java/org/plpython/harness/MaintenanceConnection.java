package org.plpython.harness;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connection over which a server's databases are made and dropped. It is opened once, as
 * opening one takes longer than making a database, and again when it was lost. Threads take turns.
 */
final class MaintenanceConnection {

  private static final int PATIENCE_SECONDS = 10;

  private final ServerAddress address;
  private final String onOpening;
  private @Nullable Connection open;

  /**
   * Opens nothing yet.
   *
   * @param onOpening a query that each session begins with
   */
  MaintenanceConnection(ServerAddress address, String onOpening) {
    this.address = address;
    this.onOpening = onOpening;
  }

  synchronized void execute(String sql) throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of a query's result. */
  synchronized List<String> texts(String query) throws SQLException {
    try (Statement statement = connection().createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  synchronized void close() {
    try (Connection last = open) {
      open = null;
    } catch (SQLException e) {
      throw new PlPythonServerException(
          "Cannot close " + address.jdbcUrl(address.maintenance()), e);
    }
  }

  private Connection connection() throws SQLException {
    Connection connection = open;
    if (connection == null || !connection.isValid(PATIENCE_SECONDS)) {
      connection = address.dataSource(address.maintenance()).getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute(onOpening);
      }
      open = connection;
    }
    return connection;
  }
}
