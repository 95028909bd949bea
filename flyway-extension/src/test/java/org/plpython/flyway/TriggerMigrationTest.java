package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

/** Triggers of other kinds than row triggers as repeatable migrations. */
class TriggerMigrationTest {
  @TempDir Path folder;
  private PlPythonDatabase database;
  private Project project;

  @BeforeEach
  void freshProject() {
    database = EmbeddedPostgres.shared().createDatabase();
    project =
        new Project(folder, database)
            .write("sql/V1__book.sql", "CREATE TABLE book (id int, stock int);");
    writeTriggers("initially deferred");
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private void writeTriggers(String deferrable) {
    project.write(
        "python/stock.py",
        "from plpython import plpy, pltrigger",
        "@pltrigger(event='INSERT', when='AFTER', table='book', level='statement',",
        "           new_table='new_rows')",
        "def count_new():",
        "    plpy.notice(plpy.execute('SELECT count(*) FROM new_rows'))",
        "@pltrigger(event='UPDATE', when='AFTER', table='book', constraint=True,",
        "           deferrable='" + deferrable + "')",
        "def check_stock(new):",
        "    assert new.stock >= 0");
  }

  @Test
  void statement_and_constraint_triggers_run_once_when_migrated_twice() {
    assertThat(project.migrate())
        .containsExactly(
            "V0",
            "V1",
            "function check_stock()",
            "function count_new()",
            "trigger book.check_stock",
            "trigger book.count_new");
    assertThat(project.migrate()).isEmpty();
    project.flyway().validate();
  }

  @Test
  void constraint_trigger_is_replaced_and_stays_disabled_when_its_options_are_edited()
      throws SQLException {
    project.write(
        "python/stock.py",
        "from plpython import plpy, pltrigger",
        "@pltrigger(event='UPDATE', when='AFTER', table='book', constraint=True)",
        "def check_stock(new):",
        "    assert new.stock >= 0");
    project.migrate();
    execute("ALTER TABLE book DISABLE TRIGGER check_stock");
    writeTriggers("initially deferred");
    assertThat(project.migrate())
        .containsExactly(
            "function count_new()", "trigger book.check_stock", "trigger book.count_new");
    assertThat(query("SELECT tgenabled FROM pg_trigger WHERE tginitdeferred")).isEqualTo("D");
    assertThat(project.migrate()).isEmpty();
  }

  @Test
  void version_is_told_when_the_server_has_no_event_triggers_in_python() {
    project.write(
        "python/audit.py",
        "from plpython import pleventtrigger",
        "@pleventtrigger(event='ddl_command_end')",
        "def audit(td):",
        "    pass");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("audit.py:2: cannot install the event trigger audit: this server is")
        .hasMessageContaining("from 19 on");
    assertThat(project.history()).doesNotContain("function audit()", "event trigger audit");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
