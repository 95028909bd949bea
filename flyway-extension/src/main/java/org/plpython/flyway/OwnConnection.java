package org.plpython.flyway;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * A connection beside Flyway's, in a transaction that is rolled back, and with names resolved as in
 * migrations.
 */
final class OwnConnection implements AutoCloseable {
  private final Connection connection;
  private final boolean autoCommit;
  private final HistoryName history;

  private OwnConnection(Connection connection, boolean autoCommit, HistoryName history) {
    this.connection = connection;
    this.autoCommit = autoCommit;
    this.history = history;
  }

  /**
   * From the configuration's data source, after its initSql.
   *
   * @throws FlywayException if that is no PostgreSQL
   */
  static OwnConnection open(Configuration configuration) throws SQLException {
    Connection connection = configuration.getDataSource().getConnection();
    try {
      String product = connection.getMetaData().getDatabaseProductName();
      if (!product.toLowerCase(Locale.ROOT).contains("postgresql")) {
        throw new FlywayException(
            "Python functions and triggers are for PostgreSQL, and this database is "
                + product
                + ". Take flyway-extension off the class path, or migrate a PostgreSQL database.");
      }
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      initialize(connection, configuration);
      HistoryName history = HistoryName.of(configuration, connection);
      history.searchFirst(connection);
      return new OwnConnection(connection, autoCommit, history);
    } catch (SQLException | RuntimeException error) {
      connection.close();
      throw error;
    }
  }

  private static void initialize(Connection connection, Configuration configuration)
      throws SQLException {
    @Nullable String initSql = configuration.getInitSql();
    if (initSql != null) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            FlywayPlaceholders.of(configuration).in(initSql, (mistake, advice) -> {}));
      }
    }
  }

  Connection connection() {
    return connection;
  }

  HistoryName history() {
    return history;
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(autoCommit);
    }
  }
}
