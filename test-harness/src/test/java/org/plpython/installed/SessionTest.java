package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;

/** What stays in a session between calls, and what ends with it. */
@ServerTest
class SessionTest {
  private final Installed database;
  private final DataSource sessions;

  SessionTest(Connection connection, DataSource sessions) {
    this.database = new Installed(connection);
    this.sessions = sessions;
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  @Test
  void module_of_the_file_system_stays_old_when_it_changes_until_it_is_reloaded()
      throws SQLException {
    database.install(
        """
        import importlib, os, sys, tempfile
        from plpython import plfunction

        FOLDER = os.path.join(tempfile.gettempdir(), f"plpython-reload-{os.getppid()}")


        @plfunction
        def write(version: int) -> None:
            os.makedirs(FOLDER, exist_ok=True)
            with open(os.path.join(FOLDER, "plpython_reloaded.py"), "w") as file:
                file.write(f"VERSION = {version}")


        @plfunction
        def imported() -> int:
            sys.path.insert(0, FOLDER)
            sys.dont_write_bytecode = True
            import plpython_reloaded

            return plpython_reloaded.VERSION


        @plfunction
        def reload() -> None:
            import plpython_reloaded

            importlib.reload(plpython_reloaded)


        @plfunction
        def remove() -> None:
            import shutil

            shutil.rmtree(FOLDER)
        """);
    database.execute("SELECT write(1)");
    assertThat(database.value("SELECT imported()")).isEqualTo("1");
    database.execute("SELECT write(2)");
    assertThat(database.value("SELECT imported()")).isEqualTo("1");
    try (Connection another = sessions.getConnection()) {
      assertThat(new Installed(another).value("SELECT imported()")).isEqualTo("2");
    }
    database.execute("SELECT reload()");
    assertThat(database.value("SELECT imported()")).isEqualTo("2");
    database.execute("SELECT remove()");
  }

  @Test
  void state_stays_when_the_role_changes() throws SQLException {
    database.install(
        """
        import functools
        from plpython import plfunction, plpy


        @functools.cache
        def user():
            return plpy.execute("SELECT current_user AS name")[0]["name"]


        @plfunction
        def first_user() -> str:
            return user()
        """);
    database.execute("GRANT ALL ON SCHEMA public TO PUBLIC");
    assertThat(database.value("SELECT first_user()")).isEqualTo("postgres");
    database.execute("SET ROLE pg_monitor");
    assertThat(database.value("SELECT first_user()")).isEqualTo("postgres");
    database.execute("RESET ROLE");
  }

  @Test
  void finally_runs_when_limit_stops_a_generator() throws SQLException {
    database.install(
        """
        from typing import Iterator
        from plpython import plfunction

        ENDS = []


        @plfunction
        def counted(n: int) -> Iterator[int]:
            if n < 0:
                yield len(ENDS)
                return
            try:
                for i in range(n):
                    yield i
            except GeneratorExit:
                ENDS.append("stopped")
                raise
            finally:
                ENDS.append("ended")
        """);
    assertThat(database.query("SELECT counted(1000000000) LIMIT 2")).containsExactly("0", "1");
    assertThat(database.value("SELECT counted(-1)")).isEqualTo("2");
    assertThat(database.query("SELECT counted(2)")).containsExactly("0", "1");
    assertThat(database.value("SELECT counted(-1)")).isEqualTo("3");
  }

  @Test
  void result_is_whole_when_it_is_big() throws SQLException {
    database.install(
        """
        import hashlib
        from plpython import plfunction


        @plfunction
        def large(n: int) -> str:
            return "0123456789" * n


        @plfunction
        def digest(text: str) -> str:
            return hashlib.md5(text.encode()).hexdigest()
        """);
    assertThat(
            database.value(
                "SELECT length(large(3000000)) || ' ' || (digest(large(3000000)) ="
                    + " md5(repeat('0123456789', 3000000)))"))
        .isEqualTo("30000000 true");
  }
}
