package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.flywaydb.core.FlywayTelemetryManager;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.output.OperationResult;
import org.flywaydb.core.internal.util.CommandExtensionUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

/** The verb as Flyway's command line runs it. */
@Tag("since-flyway-12")
class PlPythonPlanCommandTest {
  @TempDir Path folder;
  private PlPythonDatabase database;
  private Project project;

  @BeforeEach
  void freshProject() {
    database = EmbeddedPostgres.shared().createDatabase();
    project =
        new Project(folder, database)
            .write(
                "python/one.py",
                "from plpython import plfunction",
                "@plfunction",
                "def one() -> int:",
                "    return 1");
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private PlPythonPlanResult run() {
    Configuration configuration = project.flyway().getConfiguration();
    return (PlPythonPlanResult)
        CommandExtensionUtils.runCommandExtension(configuration, "plpython-plan", List.of());
  }

  @Test
  void plan_is_given_when_flyway_runs_the_verb() {
    PlPythonPlanResult result = run();
    assertThat(result.getOperation()).isEqualTo("plpython-plan");
    assertThat(result.getPlan())
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("version", 1)
        .containsEntry("failures", List.of())
        .containsEntry(
            "migrations",
            List.of(
                Map.of(
                    "version", "0",
                    "description", "nothing",
                    "type", "SQL",
                    "state", "Pending",
                    "script", "V0__nothing.sql"),
                Map.of(
                    "description", "function one()",
                    "type", "CUSTOM",
                    "state", "Pending",
                    "script", "one.py")));
    assertThat(project.objects()).isEmpty();
    PlPythonPlanCommand command = new PlPythonPlanCommand();
    Configuration configuration = project.flyway().getConfiguration();
    assertThat(command.handle("plpython-plan", configuration, List.of()))
        .isInstanceOf(PlPythonPlanResult.class);
    assertThat(command.getUsage()).hasSize(1);
  }

  /** By the exact types; tried with 11.7.2, 11.20.3 and 12.4. */
  @Test
  void methods_are_those_that_versions_of_flyway_call() throws NoSuchMethodException {
    Class<?> command = PlPythonPlanCommand.class;
    Class<?> text = String.class;
    Class<?> settings = Configuration.class;
    assertThat(command.getMethod("handle", text, settings, List.class).getReturnType())
        .isEqualTo(OperationResult.class);
    assertThat(
            command
                .getMethod("handle", text, settings, List.class, FlywayTelemetryManager.class)
                .getReturnType())
        .isEqualTo(OperationResult.class);
  }

  @Test
  void verb_fails_when_the_plan_is_refused() {
    project.execute("CREATE FUNCTION one() RETURNS int LANGUAGE plpython3u AS 'return 2'");
    assertThatThrownBy(this::run)
        .isInstanceOf(FlywayException.class)
        .hasMessageStartingWith("The plan is refused.\n")
        .hasMessageContaining("flyway.plpython.adopt");
  }
}
