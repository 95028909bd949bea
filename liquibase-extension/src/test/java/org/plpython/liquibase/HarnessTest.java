package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.plpython.harness.PlPythonTest;

/** A test of a user's, whose database Liquibase has updated with our folder in its changelog. */
@PlPythonTest(liquibase = "harness/changelog.yaml")
class HarnessTest {
  @Test
  void functions_of_the_changelog_are_there(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT twice(21), (SELECT string_agg(id, ', ' ORDER BY orderexecuted)"
                    + " FROM databasechangelog)")) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(42);
      assertThat(row.getString(2)).isEqualTo("function twice(integer), removed objects");
    }
  }
}
