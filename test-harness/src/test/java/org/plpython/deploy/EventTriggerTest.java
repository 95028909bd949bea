package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;
import org.plpython.object.EventTrigger;
import org.plpython.plan.PlanSettings;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;

/** Event triggers over a function in PL/pgSQL, as this server has none in PL/Python. */
@ServerTest
class EventTriggerTest {
  private final Connection connection;

  EventTriggerTest(Connection connection) {
    this.connection = connection;
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    execute(
        "DROP SCHEMA public CASCADE",
        "CREATE SCHEMA public",
        "CREATE TABLE seen (what text)",
        "CREATE FUNCTION audit() RETURNS event_trigger LANGUAGE plpgsql AS"
            + " 'BEGIN INSERT INTO seen VALUES (tg_tag); END'");
  }

  private void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private String value(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private void install(String options) throws SQLException {
    String text =
        "from plpython import pleventtrigger\n@pleventtrigger("
            + options
            + ")\ndef audit(td):\n    pass\n";
    EventTrigger trigger =
        (EventTrigger)
            PythonResolver.resolveFiles(List.of(new SourceFile("sources", "file.py", text))).get(1);
    connection.setAutoCommit(false);
    new PlanRunner(connection, DeployWatcher.NONE)
        .run(new PlanReader(connection, PlanSettings.DEFAULT).read(List.of(trigger), false));
    connection.setAutoCommit(true);
  }

  @Test
  void trigger_fires_for_its_tags_when_it_is_installed() throws SQLException {
    install("event='ddl_command_end', tags=['create table', 'CREATE VIEW'], name='An audit'");
    execute("CREATE TABLE a ()", "CREATE VIEW v AS SELECT 1", "DROP TABLE a");
    assertThat(value("SELECT string_agg(what, ', ') FROM seen"))
        .isEqualTo("CREATE TABLE, CREATE VIEW");
    install("event='sql_drop', name='An audit'");
    execute("DROP VIEW v", "CREATE TABLE b ()", "TRUNCATE seen", "DROP TABLE b");
    assertThat(value("SELECT string_agg(what, ', ') FROM seen")).isEqualTo("DROP TABLE");
  }

  private String state() throws SQLException {
    return value(
        "SELECT concat_ws(' ', evtname, evtenabled, pg_get_userbyid(evtowner),"
            + " obj_description(oid, 'pg_event_trigger')) FROM pg_event_trigger");
  }

  @Test
  void owner_state_and_comment_stay_when_it_is_installed_again() throws SQLException {
    install("event='ddl_command_end'");
    execute("CREATE ROLE \"An auditor\" SUPERUSER");
    try {
      execute(
          "ALTER EVENT TRIGGER audit OWNER TO \"An auditor\"",
          "ALTER EVENT TRIGGER audit DISABLE",
          "COMMENT ON EVENT TRIGGER audit IS 'who did what'");
      install("event='ddl_command_start', tags=['CREATE TABLE']");
      assertThat(state()).isEqualTo("audit D An auditor who did what");
      install("event='ddl_command_start', enabled='replica'");
      assertThat(state()).isEqualTo("audit R An auditor who did what");
    } finally {
      execute("DROP EVENT TRIGGER audit", "DROP ROLE \"An auditor\"");
    }
  }
}
