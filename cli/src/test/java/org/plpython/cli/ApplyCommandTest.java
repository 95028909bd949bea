package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plpython.cli.Run.plpython;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;

@PlPythonTest
class ApplyCommandTest {
  private final PlPythonDatabase database;
  @TempDir private Path sources;

  ApplyCommandTest(PlPythonDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    try (Connection connection = database.connect()) {
      connection.createStatement().execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }
  }

  private Run apply(String text, String... options) throws IOException {
    Files.writeString(sources.resolve("ids.py"), text);
    String[] all = new String[options.length + 7];
    String[] first = {
      "apply",
      "--url",
      database.jdbcUrl(),
      "--user",
      database.user(),
      "--source",
      sources.toString()
    };
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(options, 0, all, first.length, options.length);
    return plpython(all);
  }

  private String functions() throws SQLException {
    try (Connection connection = database.connect();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT string_agg(oid::regprocedure::text, ' ' ORDER BY proname) FROM pg_proc"
                        + " WHERE pronamespace = 'public'::regnamespace")) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  @Test
  void objects_are_installed_when_the_server_takes_all() throws IOException, SQLException {
    Run run =
        apply(
            """
            from plpython import plfunction, plprocedure

            @plfunction
            def next_id(a: int) -> int:
                return a + 1

            @plprocedure
            def reset() -> None:
                pass
            """);
    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                  function next_id(integer)  (%s/ids.py:4)
                  procedure reset()  (%s/ids.py:8)
                2 objects installed
                """
                    .formatted(sources, sources),
                ""));
    assertThat(functions()).isEqualTo("next_id(integer) reset()");
  }

  @Test
  void nothing_is_installed_when_the_server_refuses_one() throws IOException, SQLException {
    Run run =
        apply(
            """
            from plpython import plfunction

            @plfunction
            def a(v: int) -> int:
                return v

            @plfunction(schema="nowhere")
            def b(v: int) -> int:
                return v
            """);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("/ids.py:8: cannot install the function nowhere.b(integer)")
        .contains("Create the schema in a versioned migration");
    assertThat(functions()).isEqualTo("null");
  }

  @Test
  void types_are_others_when_options_say_so() throws IOException, SQLException {
    String text =
        """
        from plpython import plfunction

        @plfunction
        def f(a: int, b: str, c: float) -> list[int]:
            return [a]
        """;
    assertThat(apply(text, "--types", "int=bigint", "--compatibility", "django-plpy").err())
        .isEmpty();
    assertThat(functions()).isEqualTo("f(bigint,character varying,real)");
    assertThat(apply(text, "--types", "int=bytea").err())
        .isEqualTo(
            "The type mapping int=bytea is not possible: bytea is no SQL type whose values are int in"
                + " PL/Python.\n");
    assertThat(apply(text, "--types", "integer=int").err())
        .startsWith("No type mapping is possible for 'integer'. The Python types are: int, float,");
    assertThat(apply(text, "--compatibility", "django").err())
        .startsWith("The setting compatibility cannot be 'django'");
  }

  @Test
  void database_is_made_for_the_run_when_the_url_is_embedded() throws IOException {
    Files.writeString(sources.resolve("a.py"), "");
    assertThat(plpython("apply", "--url", "embedded:", "--source", sources.toString()))
        .isEqualTo(new Run(0, "0 objects installed\n", ""));
  }

  @Test
  void message_says_so_when_nothing_answers_or_the_url_is_wrong() {
    assertThat(plpython("apply", "--url", "jdbc:postgresql://127.0.0.1:1/x", "--source", "x").err())
        .startsWith("There is no Python file in filesystem:x");
    String bookshop = Run.BOOKSHOP.toString();
    assertThat(
            plpython(
                Map.of("PGPASSWORD", "secret"),
                "apply",
                "--url",
                "jdbc:postgresql://127.0.0.1:1/x",
                "--source",
                bookshop))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
        .satisfies(
            run ->
                assertThat(run.err())
                    .startsWith("No PostgreSQL answers at 127.0.0.1:1.\n  Check host and port")
                    .doesNotContain("secret"));
    assertThat(plpython("apply", "--url", "mysql:x", "--source", bookshop).err())
        .startsWith("'mysql:x' is no address of a PostgreSQL database");
  }
}
