package org.plpython.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;
import org.plpython.harness.PlPythonTest.Scope;

/** Run with the oldest and with the newest JUnit that the harness is for. */
@PlPythonTest(
    flyway = "classpath:db/migration",
    locations = "classpath:db/plpython",
    scope = Scope.METHOD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MigratedByFlywayTest {
  private static final Queue<String> DATABASES = new ConcurrentLinkedQueue<>();

  private final PlPythonDatabase database;

  MigratedByFlywayTest(PlPythonDatabase database) {
    this.database = database;
  }

  @Test
  void junit_is_the_one_that_is_meant() {
    assertThat(new JupiterTestEngine().getVersion())
        .contains(System.getProperty("plpython.test.junit"));
  }

  @Test
  @Order(1)
  void functions_are_there_when_flyway_has_migrated(Connection connection, DataSource source)
      throws SQLException {
    DATABASES.add(database.name());
    connection.createStatement().execute("DELETE FROM shop.book");

    assertThat(query(connection, "SELECT shop.gross_price(1.50)")).isEqualTo("1.79");
    try (Connection other = source.getConnection()) {
      assertThat(query(other, "SELECT count(*) FROM shop.book")).isEqualTo("0");
    }
  }

  @Test
  @Order(2)
  void database_is_fresh_and_the_last_one_gone_when_the_next_test_runs(Connection connection)
      throws SQLException {
    assertThat(List.copyOf(DATABASES)).hasSize(1).doesNotContain(database.name());
    assertThat(query(connection, "SELECT count(*) FROM shop.book")).isEqualTo("4");
    assertThat(
            query(
                connection,
                "SELECT count(*) FROM pg_database WHERE datname = '" + DATABASES.peek() + "'"))
        .isEqualTo("0");
    assertThat(
            query(
                connection,
                "SELECT count(*) FROM pg_stat_activity WHERE datname = '"
                    + database.name()
                    + "' AND pid <> pg_backend_pid()"))
        .isEqualTo("0");
  }

  @Nested
  class Inner {
    @Test
    void nested_test_has_one_too(Connection connection) throws SQLException {
      assertThat(query(connection, "SELECT count(*) FROM books_book")).isEqualTo("2");
    }
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
