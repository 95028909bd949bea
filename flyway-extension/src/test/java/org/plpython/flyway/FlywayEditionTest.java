package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;

/** What of Flyway's own the open edition lacks or leaves to others, in a project with Python. */
@ServerTest
class FlywayEditionTest {
  private final Project project;

  FlywayEditionTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database).clean();
    project.write(
        "python/f.py",
        "from plpython import plfunction",
        "@plfunction(install='early')",
        "def f() -> int:",
        "    return 1");
  }

  @Test
  void nothing_is_undone_as_the_open_edition_has_no_undo() {
    project.migrate();
    assertThatThrownBy(() -> project.flyway().undo()).isInstanceOf(FlywayException.class);
    assertThat(project.objects()).containsExactly("f");
  }

  @Test
  void nothing_runs_when_migrations_are_picked_as_the_open_edition_knows_no_such_setting() {
    project.configure(it -> it.configuration(Map.of("flyway.cherryPick", "1")));
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("Unknown configuration property: flyway.cherryPick");
    assertThat(project.objects()).isEmpty();
  }

  @Test
  void callback_stays_when_default_callbacks_are_skipped() {
    project.write("sql/V1__call.sql", "SELECT f();");
    project.configure(it -> it.skipDefaultCallbacks(true));
    assertThat(project.migrate()).containsExactly("V0", "V1", "function f()");
  }

  @Test
  void schema_is_to_be_made_first_when_flyway_makes_none() {
    project.configure(it -> it.createSchemas(false).defaultSchema("shop").schemas("shop"));
    assertThatThrownBy(project::migrate).isInstanceOf(FlywayException.class);
    project.execute("CREATE SCHEMA shop");
    assertThat(project.migrate()).contains("function f()");
    assertThat(project.query("SELECT project FROM shop.plpython_objects"))
        .containsExactly("shop.flyway_schema_history");
    project.flyway().validate();
  }
}
