package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.Installer;
import org.plpython.harness.ServerTest;
import org.plpython.object.DatabaseObject;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;
import org.plpython.sql.DdlWriter;

/** Event triggers on a server whose PL/Python does not have them yet. */
@ServerTest
class EventTriggerTest {
  private static final String SOURCE =
      """
      from plpython import pleventtrigger, plpy

      CALLS = []


      @pleventtrigger(event="ddl_command_end", tags=["CREATE TABLE"])
      def audit(plpy, td):
          CALLS.append(td["tag"])
          plpy.execute("INSERT INTO seen VALUES ('%s %s')" % (td["event"], len(CALLS)))
      """;

  private final Installed database;
  private final Connection connection;

  EventTriggerTest(Connection connection) {
    this.connection = connection;
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  private static List<DatabaseObject> objects() {
    return PythonResolver.resolveFiles(List.of(new SourceFile("sources", "file.py", SOURCE)));
  }

  @Test
  void nothing_is_created_and_the_version_is_told_when_the_server_is_too_old() throws SQLException {
    String version = database.value("SHOW server_version");
    for (DatabaseObject object : objects()) {
      assertThatThrownBy(() -> new Installer(connection).install(object))
          .isInstanceOf(DeployException.class)
          .hasMessageContaining("cannot install the " + object.kind() + " " + object.identity())
          .hasMessageContaining("this server is PostgreSQL " + version)
          .hasMessageContaining("PL/Python can be called for events from 19 on")
          .hasMessageContaining("write this one in PL/pgSQL");
    }
    assertThat(database.query("SELECT proname FROM pg_proc WHERE proname = 'audit'")).isEmpty();
    assertThat(database.query("SELECT evtname FROM pg_event_trigger")).isEmpty();
  }

  /** As this server has no such functions, the body gets its TD from a line before it. */
  @Test
  void function_gets_td_and_plpy_and_keeps_its_module_when_it_is_called() throws SQLException {
    String create = DdlWriter.statements(objects().get(0)).get(0);
    database.execute(
        "CREATE TABLE seen (what text)",
        create
            .replace("RETURNS event_trigger", "RETURNS void")
            .replace("$python$\n", "$python$\nTD = {'event': 'ddl_command_end', 'tag': 'X'}\n"),
        "SELECT audit()",
        "SELECT audit()");
    assertThat(database.query("SELECT what FROM seen"))
        .containsExactly("ddl_command_end 1", "ddl_command_end 2");
  }
}
