package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

/** Procedures, aggregates, and functions whose helpers stand in other files. */
class RoutineMigrationTest {
  @TempDir private Path folder;
  private PlPythonDatabase database;
  private Project project;

  @BeforeEach
  void freshProject() {
    database = EmbeddedPostgres.shared().createDatabase();
    project = new Project(folder, database);
    project.write(
        "python/stats.py",
        "from plpython import plaggregate, plfunction, plprocedure",
        "import money",
        "",
        "@plaggregate(name='total', initial=0)",
        "@plfunction",
        "def add(state: int, value: int) -> int:",
        "    return state + money.cents(value)",
        "",
        "@plprocedure",
        "def reset(n: int) -> None:",
        "    pass");
    writeMoney("100", "1");
  }

  private void writeMoney(String factor, String unused) {
    project.write(
        "python/money.py",
        "UNUSED = " + unused,
        "def cents(value):",
        "    return value * " + factor);
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private String value(String sql) throws SQLException {
    try (Connection connection = database.connect();
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void aggregate_finds_its_functions_when_its_migration_sorts_before_theirs() throws SQLException {
    assertThat(project.migrate())
        .containsExactly(
            "V0",
            "aggregate total(integer)",
            "function add(integer, integer)",
            "procedure reset(integer)");
    assertThat(value("SELECT total(v) FROM generate_series(1, 3) AS v")).isEqualTo("600");
    assertThat(project.migrate()).isEmpty();
    project.flyway().validate();
  }

  @Test
  void function_alone_runs_when_a_helper_in_another_file_is_edited() throws SQLException {
    project.migrate();
    writeMoney("100", "2");
    assertThat(project.migrate()).isEmpty();
    writeMoney("10", "2");
    assertThat(project.migrate()).containsExactly("function add(integer, integer)");
    assertThat(value("SELECT total(v) FROM generate_series(1, 3) AS v")).isEqualTo("60");
  }
}
