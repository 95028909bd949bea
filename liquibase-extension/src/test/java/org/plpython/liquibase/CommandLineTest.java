package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;
import org.plpython.liquibase.Installation.Outcome;
import org.plpython.settings.Setting;

/** Liquibase's own command line, as a process. */
@PlPythonTest
class CommandLineTest {
  @TempDir private Path folder;
  private Installation liquibase;

  @BeforeEach
  void install(@TempDir Path home) throws IOException {
    liquibase = new Installation(home);
  }

  private Outcome run(String... arguments) throws Exception {
    return liquibase.run(folder, Map.of(), arguments);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private void configure(PlPythonDatabase database, String more) throws IOException {
    write(
        "liquibase.properties",
        """
        url=%s
        username=%s
        changelogFile=changelog.yaml
        %s
        """
            .formatted(database.jdbcUrl(), database.user(), more));
  }

  @Test
  void help_shows_every_setting() throws Exception {
    Outcome help = run("--help");
    assertThat(help.exitCode()).isZero();
    for (Setting<?> setting : Setting.ALL) {
      assertThat(help.output().replaceAll("\\s+", ""))
          .contains(
              "--plpython-" + setting.dashed() + "=PARAM",
              "'liquibase.plpython." + setting.name() + "'",
              "'" + PlPythonSettings.LIQUIBASE.variable(setting) + "'");
    }
  }

  @Test
  void precondition_holds_or_stops_an_update(PlPythonDatabase database) throws Exception {
    configure(database, "");
    write(
        "changelog.yaml",
        """
        databaseChangeLog:
          - changeSet:
              id: one
              author: me
              preConditions:
                - plpythonAvailable: {minimumPython: '3.6', module: json}
              changes:
                - sql: {sql: SELECT 1}
          - changeSet:
              id: two
              author: me
              preConditions:
                - plpythonAvailable: {module: nowhere}
              changes:
                - sql: {sql: SELECT 2}
        """);
    Outcome update = run("update");
    assertThat(update.exitCode()).isEqualTo(1);
    assertThat(update.output())
        .contains("cannot import nowhere: ModuleNotFoundError: No module named 'nowhere'");
    assertThat(run("status", "--verbose").output())
        .contains("1 changeset has not been applied", "changelog.yaml::two::me");
  }

  private void python(int price) throws IOException {
    write(
        "changelog.yaml",
        """
        databaseChangeLog:
          - include: {file: python}
        """);
    Files.createDirectories(folder.resolve("python"));
    write(
        "python/price.py",
        """
        from plpython import plfunction

        @plfunction
        def price() -> int:
            return %d
        """
            .formatted(price));
  }

  @Test
  void plan_is_shown_and_carried_out(PlPythonDatabase database) throws Exception {
    configure(database, "liquibase.plpython.registry=public.ours");
    python(1);
    Outcome plan = run("plpython", "plan", "--fail-on-changes");
    assertThat(plan.exitCode()).isEqualTo(2);
    assertThat(plan.output())
        .contains("create function public.price()  new  (price.py)\n1 to create, 0 unchanged\n")
        .contains("There is something to do.");
    assertThat(run("update-sql").output())
        .contains("CREATE OR REPLACE FUNCTION price()", "INSERT INTO public.ours");
    Outcome update = run("update");
    assertThat(update.output()).contains("Running Changeset: python::function price()::plpython");
    assertThat(update.exitCode()).isZero();
    Outcome again = run("plpython", "plan", "--format=json", "--fail-on-changes=true");
    assertThat(again.output()).contains("\"migrations\": []", "\"unchanged\": 1");
    assertThat(again.exitCode()).isZero();
  }

  @Test
  void settings_come_from_file_environment_and_arguments_or_are_told_all_at_once(
      PlPythonDatabase database) throws Exception {
    configure(database, "liquibase.plpython.adopt=maybe\nplpython.atempts=4");
    python(2);
    Outcome plan =
        liquibase.run(
            folder,
            Map.of("LIQUIBASE_PLPYTHON_REMOVAL", "defer", "LIQUIBASE_PLPYTHON_LOCK", "1s"),
            "--plpython-lock-timeout=soon",
            "plpython",
            "plan");
    assertThat(plan.exitCode()).isEqualTo(1);
    assertThat(plan.output())
        .contains(
            """
            Wrong settings:
              LIQUIBASE_PLPYTHON_LOCK (environment variable): there is no such setting. Did you mean LIQUIBASE_PLPYTHON_LOCK_TIMEOUT?
              liquibase.plpython.adopt (file liquibase.properties): 'maybe' is not possible: write true or false
              --plpython-lock-timeout (command argument): 'soon' is no time: write 500ms, 5s, 2min, 1h or 1d, or 0 to wait for ever
              plpython.atempts (file liquibase.properties): there is no such setting. Did you mean liquibase.plpython.attempts?
              LIQUIBASE_PLPYTHON_REMOVAL (environment variable): 'defer' is not possible: write now or never""");
  }
}
