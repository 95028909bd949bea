package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plpython.cli.Run.plpython;
import static org.plpython.cli.Shop.F;
import static org.plpython.cli.Shop.G;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;

@PlPythonTest
class ApplyCommandTest {
  private final Shop shop;
  private final Path sources;

  ApplyCommandTest(PlPythonDatabase database, @TempDir Path sources) {
    this.shop = new Shop(database, sources);
    this.sources = sources;
  }

  @BeforeEach
  void emptyDatabase() throws SQLException {
    shop.empty();
  }

  private Run apply(String text, String... options) throws IOException {
    shop.write(text);
    return shop.run("apply", options);
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
                create function public.next_id(integer)  new  (a.py)
                create procedure public.reset()  new  (a.py)
                2 to create, 0 unchanged
                committed
                """,
                ""));
    assertThat(shop.functions()).isEqualTo("next_id(integer) reset()");
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
    assertThat(run.out())
        .contains("/a.py:8: cannot install the function nowhere.b(integer)")
        .contains("Create the schema in a versioned migration")
        .endsWith("2 to create, 0 unchanged; refused: nothing will be changed\n");
    assertThat(run.err()).isEqualTo("The plan is refused. Nothing was changed.\n");
    assertThat(shop.functions()).isEqualTo("null");
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
    assertThat(shop.functions()).isEqualTo("f(bigint,character varying,real)");
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
        .isEqualTo(new Run(0, "nothing to do: 0 objects are as the sources say\n", ""));
  }

  @Test
  void what_is_gone_is_dropped_when_there_is_a_project() throws IOException, SQLException {
    apply(F + G, "--project", "shop");
    assertThat(apply(F, "--project", "shop"))
        .isEqualTo(
            new Run(
                0,
                """
                drop function public.g()  gone  (a.py)
                1 to drop, 1 unchanged
                committed
                """,
                ""));
    assertThat(apply(F, "--project", "shop"))
        .isEqualTo(new Run(0, "nothing to do: 1 object is as its source says\n", ""));
    assertThat(shop.functions()).isEqualTo("f(integer)");
  }

  @Test
  void all_is_kept_until_removal_is_allowed_when_the_sources_are_other_ones()
      throws IOException, SQLException {
    apply(F, "--project", "shop");
    String other = "from plpython import plfunction\n" + G;
    Run run = apply(other, "--project", "shop");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("say --allow-removal");
    assertThat(shop.functions()).isEqualTo("f(integer)");
    assertThat(apply(other, "--project", "shop", "--allow-removal").exitCode()).isZero();
    assertThat(shop.functions()).isEqualTo("g()");
  }

  @Test
  void report_is_json_and_in_a_file_when_asked_for() throws IOException, SQLException {
    Path file = sources.resolve("report.json");
    String[] json = {"--format", "json", "--output", file.toString()};
    assertThat(apply(F, json)).isEqualTo(new Run(0, "", ""));
    assertThat(Files.readString(file))
        .startsWith("{\n  \"version\": 1,")
        .contains("\"create\": 1,");
    shop.execute("DROP FUNCTION f");
    assertThat(apply(F, "--output", file.toString())).isEqualTo(new Run(0, "committed\n", ""));
    assertThat(file)
        .hasContent(
            "create function public.f(integer)  drifted  (a.py)\n1 to create, 0 unchanged\n");
  }

  @Test
  void nothing_is_done_when_the_report_cannot_be_written() throws IOException, SQLException {
    assertThat(apply(F, "--output", "no/such/folder"))
        .isEqualTo(new Run(1, "", "Cannot write no/such/folder: its folder does not exist.\n"));
    assertThat(shop.functions()).isEqualTo("null");
  }

  @ParameterizedTest
  @CsvSource({"installed_rank, Flyway", "orderexecuted, Liquibase"})
  void force_is_wanted_when_the_project_is_a_migration_tools(String column, String tool)
      throws IOException, SQLException {
    shop.execute("CREATE TABLE \"a History\" (%s int)".formatted(column));
    String message =
        """
        The project 'public."a History"' is %1$s's: it is the table with its history, and %1$s would not know what is done here.
          Deploy with %1$s, or say --force. Nothing was changed.
        """
            .formatted(tool);
    String[] project = {"--project", "public.\"a History\""};
    assertThat(apply(F, project)).isEqualTo(new Run(1, "", message));
    assertThat(shop.run("remove", project)).isEqualTo(new Run(1, "", message));
    assertThat(shop.run("plan", project).exitCode()).isEqualTo(2);
    assertThat(apply(F, "--project", "public.a History", "--force").exitCode()).isZero();
    assertThat(shop.functions()).isEqualTo("f(integer)");
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
