package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;

@PlPythonTest
class PlanCommandTest {
  private final Shop shop;
  private final Path folder;

  PlanCommandTest(PlPythonDatabase database, @TempDir Path folder) {
    this.shop = new Shop(database, folder);
    this.folder = folder;
  }

  @BeforeEach
  void emptyDatabase() throws SQLException {
    shop.empty();
  }

  @Test
  void exit_code_tells_whether_there_are_changes_when_it_is_planned()
      throws IOException, SQLException {
    shop.write(F);
    assertThat(shop.run("plan"))
        .isEqualTo(
            new Run(
                2,
                "create function public.f(integer)  new  (a.py)\n1 to create, 0 unchanged\n",
                ""));
    assertThat(shop.functions()).isEqualTo("null");
    shop.run("apply");
    assertThat(shop.run("plan"))
        .isEqualTo(new Run(0, "nothing to do: 1 object is as its source says\n", ""));
  }

  @Test
  void body_is_compared_and_drift_told_when_an_object_changes() throws IOException, SQLException {
    shop.write(F);
    shop.run("apply");
    shop.execute("ALTER FUNCTION f IMMUTABLE");
    shop.write(F.replace("return a", "return a + 1"));
    Run run = shop.run("plan");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .startsWith(
            "replace function public.f(integer)  source changed  (a.py)\n    body:\n      @@")
        .contains(
            """
                   def f(a: int) -> int:
                  -    return a
                  +    return a + 1
            """)
        .endsWith(
            """
                volatility: immutable -> volatile  changed in the database since the last deploy
            1 to replace, 0 unchanged
            """);
  }

  @Test
  void what_is_gone_stays_and_is_named_when_there_is_no_project() throws IOException {
    shop.write(F + G);
    shop.run("apply");
    shop.write(F);
    assertThat(shop.run("plan"))
        .isEqualTo(
            new Run(
                0,
                """
                keep function public.g()  no longer in the sources  (a.py)
                Without --project nothing is removed.
                nothing to do: 1 object is as its source says
                """,
                ""));
  }

  @Test
  void programs_get_json_and_nothing_else_when_they_ask() throws IOException {
    shop.write(F);
    assertThat(shop.run("plan", "--format", "json", "--project", "shop"))
        .isEqualTo(
            new Run(
                2,
                """
                {
                  "version": 1,
                  "project": "shop",
                  "summary": {"create": 1, "replace": 0, "recreate": 0, "drop": 0, "unchanged": 0, "drifted": 0, "kept": 0, "refused": 0},
                  "changes": [
                    {
                      "action": "create",
                      "kind": "function",
                      "identity": "public.f(integer)",
                      "reason": "new",
                      "source": "a.py",
                      "hazards": [],
                      "differences": []
                    }
                  ],
                  "drifted": [],
                  "refusals": [],
                  "kept": []
                }
                """,
                ""));
  }

  @Test
  void plan_is_shown_with_its_reasons_when_it_is_refused() throws IOException, SQLException {
    shop.execute("CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'");
    shop.write(F);
    String reason =
        """
        %s/a.py:4: the function public.f(integer) is in the database already, is another one, and no deploy of ours made it
          It differs in: body, language. Say --adopt to have it replaced, or give this one another name.
        """
            .formatted(folder);
    assertThat(shop.run("plan"))
        .isEqualTo(
            new Run(
                1,
                "refused: " + reason + "0 unchanged; refused: nothing will be changed\n",
                "The plan is refused. Nothing would be changed.\n"));
    Path script = folder.resolve("deploy.sql");
    assertThat(shop.run("plan", "--format", "sql", "--output", script.toString()))
        .isEqualTo(new Run(1, "", reason));
    assertThat(script).doesNotExist();
    assertThat(shop.run("plan", "--adopt").exitCode()).isEqualTo(2);
  }

  @Test
  void script_says_so_and_does_nothing_when_there_is_nothing_to_do() throws IOException {
    shop.write(F);
    shop.run("apply");
    assertThat(shop.run("plan", "--format", "sql"))
        .isEqualTo(new Run(0, "-- nothing to do: 1 object is as its source says\n", ""));
  }

  @Test
  void colours_are_for_terminals_when_nothing_else_is_said() throws IOException {
    shop.write(F);
    Terminal terminal = new FakeTerminal("");
    String green = "\u001b[32mcreate\u001b[m";
    assertThat(shop.run("plan").out()).doesNotContain("\u001b");
    assertThat(shop.run("plan", "--color", "always").out()).startsWith(green);
    assertThat(shop.run(terminal, Map.of(), "plan").out()).startsWith(green);
    assertThat(shop.run(terminal, Map.of(), "plan", "--color=never").out())
        .doesNotContain("\u001b");
    assertThat(shop.run(terminal, Map.of("NO_COLOR", "1"), "plan").out()).doesNotContain("\u001b");
    assertThat(shop.run(terminal, Map.of("NO_COLOR", ""), "plan").out()).startsWith(green);
    Path file = folder.resolve("plan.txt");
    assertThat(shop.run(terminal, Map.of(), "plan", "--output", file.toString()).out()).isEmpty();
    assertThat(Files.readString(file)).startsWith("create function").doesNotContain("\u001b");
    assertThat(shop.run(terminal, Map.of(), "plan", "--format", "json").out())
        .doesNotContain("\u001b");
  }

  @Test
  void status_line_is_gone_at_the_end_when_somebody_watches() throws IOException {
    shop.write(F);
    assertThat(shop.run(new FakeTerminal(""), Map.of(), "plan").err())
        .isEqualTo(
            "\r\u001b[Kreading the sources\r\u001b[K\r\u001b[Kreading the database\r\u001b[K");
    shop.write("def");
    assertThat(shop.run(new FakeTerminal(""), Map.of(), "plan").err())
        .startsWith("\r\u001b[Kreading the sources\r\u001b[K" + folder + "/a.py:1:4: error:");
  }

  @Test
  void options_come_from_the_environment_when_they_are_not_given()
      throws IOException, SQLException {
    shop.write(F + G);
    Map<String, String> environment =
        Map.of(
            "PLPYTHON_PROJECT", "shop",
            "PLPYTHON_REGISTRY", "public.ours",
            "PLPYTHON_ADOPT", "true",
            "PLPYTHON_PROTECT", "*.h(;*.g(*",
            "PLPYTHON_LOCK_TIMEOUT", "2s");
    shop.run(environment, "apply");
    assertThat(shop.value("SELECT string_agg(project, ' ') FROM ours")).isEqualTo("shop shop");
    shop.write(F);
    assertThat(shop.run(environment, "plan").out())
        .startsWith("keep function public.g()")
        .doesNotContain("--project");
    assertThat(shop.run(environment, "plan", "--adopt", "--protect", "x").out())
        .startsWith("drop function public.g()  gone  (a.py)\n");
    shop.execute("DROP TABLE ours; ALTER FUNCTION f(int) IMMUTABLE");
    assertThat(shop.run(environment, "plan", "--adopt").exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--project| |--project must name a project, or be left out.",
        "--registry|a b|--registry 'a b' is no table's name: write TABLE or SCHEMA.TABLE,",
        "--registry|a.b.c|--registry 'a.b.c' is no table's name",
        "--removal-threshold|-1|--removal-threshold -1 is no number of objects: write 0 or more.",
        "--removal-threshold|x|Invalid value for option '--removal-threshold': 'x' is not an int",
        "--attempts|0|--attempts 0 is no number of attempts: write 1 or more.",
        "--dependents|drop|Invalid value for option '--dependents': expected one of [REFUSE, RECREATE]",
        "--format|xml|Invalid value for option '--format': expected one of [TEXT, JSON, SQL]",
        "--lock-timeout|5 weeks|Invalid value for option '--lock-timeout': '5 weeks' is no time",
        "--turn-timeout|25d|Invalid value for option '--turn-timeout': '25d' is longer",
        "--output|no/such/folder|Cannot write no/such/folder: its folder does not exist."
      })
  void one_message_says_so_when_an_option_is_wrong(String option, String value, String message)
      throws IOException {
    shop.write(F);
    Run run = shop.run("plan", option, value == null ? "" : value);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(message);
  }

  @Test
  void variable_is_named_when_its_value_is_wrong() throws IOException {
    shop.write(F);
    Map<String, String> environment = Map.of("PLPYTHON_ATTEMPTS", "many");
    assertThat(shop.run(environment, "plan").err())
        .isEqualTo(
            "Invalid value for option '--attempts': 'many' is not an int, from the environment"
                + " variable PLPYTHON_ATTEMPTS\nSee: plpython plan --help\n");
    assertThat(shop.run(Map.of("PLPYTHON_ATTEMPTS", "1"), "plan", "--attempts=few").err())
        .startsWith("Invalid value for option '--attempts': 'few' is not an int\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "100", "100ms", "5s", "2 min", "1h", "24d"})
  void time_is_taken_when_postgresql_takes_it(String time) throws IOException {
    shop.write(F);
    assertThat(shop.run("plan", "--lock-timeout", time, "--statement-timeout", "1h").exitCode())
        .isEqualTo(2);
  }
}
