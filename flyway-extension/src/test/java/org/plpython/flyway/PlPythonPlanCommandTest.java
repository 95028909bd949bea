package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.util.CommandExtensionUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

/** The verb as Flyway's command line runs it. */
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
        .containsEntry("version", 1L)
        .containsEntry("failures", List.of())
        .containsKeys("migrations", "plan");
    assertThat(result.getPlan().get("migrations"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
        .hasSize(2);
    assertThat(project.objects()).isEmpty();
    PlPythonPlanCommand command = new PlPythonPlanCommand();
    Configuration configuration = project.flyway().getConfiguration();
    assertThat(command.handle("plpython-plan", configuration, List.of()).getPlan())
        .isEqualTo(result.getPlan());
    assertThat(command.getUsage()).hasSize(1);
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
