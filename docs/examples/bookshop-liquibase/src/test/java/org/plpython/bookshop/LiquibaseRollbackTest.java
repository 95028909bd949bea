package org.plpython.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;

/** The way back, change set by change set. */
@PlPythonTest
class LiquibaseRollbackTest {
  private static final String TABLES =
      "SELECT count(*) FROM pg_class WHERE relname IN ('book', 'books_book')";
  private static final String FUNCTIONS =
      "SELECT count(*) FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang"
          + " WHERE l.lanname = 'plpython3u'";

  private final Connection connection;

  LiquibaseRollbackTest(Connection connection) {
    this.connection = connection;
  }

  @Test
  void nothing_is_left_when_all_is_rolled_back(PlPythonDatabase database) throws Exception {
    try (Liquibase liquibase =
        new Liquibase(
            "db/changelog.yaml",
            new ClassLoaderResourceAccessor(),
            DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(new JdbcConnection(database.connect())))) {
      liquibase.update(new Contexts());
      assertThat(count(TABLES)).isEqualTo(2);
      assertThat(count(FUNCTIONS)).isGreaterThan(5);
      liquibase.rollback(100, "");
    }
    assertThat(count(FUNCTIONS)).isZero();
    assertThat(count(TABLES)).isZero();
    assertThat(count("SELECT count(*) FROM databasechangelog")).isZero();
  }

  private int count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
