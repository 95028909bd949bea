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
}
