package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;
import org.plpython.plan.PlanSettings.DriftPolicy;

/** What was changed in the database, under each policy. */
@ServerTest
class DriftPolicyTest {
  private final Project project;

  DriftPolicyTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database).clean();
    project.write("sql/V1__book.sql", "CREATE TABLE book (id int, isbn text);");
    write("immutable", "return 1");
    project.write(
        "python/clean.py",
        "from plpython import pltrigger",
        "@pltrigger(event='INSERT', when='BEFORE', table='book')",
        "def clean(new):",
        "    new.isbn = 'set'");
  }

  private void write(String volatility, String statement) {
    project.write(
        "python/f.py",
        "from plpython import plfunction",
        "@plfunction(volatility='" + volatility + "')",
        "def f() -> int:",
        "    " + statement,
        "@plfunction",
        "def g() -> int:",
        "    return 1");
  }

  private String volatility() {
    return String.valueOf(
        project.query("SELECT provolatile FROM pg_proc WHERE proname = 'f'").get(0));
  }

  private void drift() {
    project.migrate();
    project.execute("ALTER FUNCTION f() STABLE");
  }

  @Test
  void drift_is_told_and_left_when_it_is_only_reported() {
    drift();
    try (LogLines log = LogLines.listen()) {
      assertThat(project.migrate()).isEmpty();
      assertThat(log.lines())
          .contains(
              "WARNING The function public.f() (f.py) was changed in the database since the last"
                  + " deploy: volatility. It stays so; flyway.plpython.driftPolicy=repair has it"
                  + " undone at the next migrate.");
    }
    project.flyway().validate();
    assertThat(volatility()).isEqualTo("s");
  }

  @Test
  void drift_is_left_when_something_else_is_deployed() {
    drift();
    project.write(
        "python/clean.py",
        "from plpython import pltrigger",
        "@pltrigger(event='INSERT', when='BEFORE', table='book')",
        "def clean(new):",
        "    new.isbn = 'other'");
    assertThat(project.migrate()).containsExactly("function clean()");
    assertThat(volatility()).isEqualTo("s");
  }

  @Test
  void drifted_function_runs_once_again_when_it_is_repaired() {
    drift();
    project.with(it -> it.setDriftPolicy(DriftPolicy.REPAIR));
    assertThatThrownBy(() -> project.flyway().validate())
        .isInstanceOf(FlywayValidateException.class)
        .hasMessageContaining("outdated")
        .hasMessageContaining("function f()");
    assertThat(project.migrate()).containsExactly("function f()");
    assertThat(volatility()).isEqualTo("i");
    assertThat(project.migrate()).isEmpty();
    project.flyway().validate();
  }

  @Test
  void validate_and_migrate_fail_when_drift_must_not_be() {
    drift();
    project.with(it -> it.setDriftPolicy(DriftPolicy.FAIL));
    assertThatThrownBy(() -> project.flyway().validate())
        .isInstanceOf(FlywayValidateException.class)
        .hasMessageContaining("function f()");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining(
            "f.py:3: the function public.f() was changed in the database since the last deploy:"
                + " volatility")
        .hasMessageContaining("set flyway.plpython.driftPolicy=repair");
    assertThat(volatility()).isEqualTo("s");
    project.execute("ALTER FUNCTION f() IMMUTABLE");
    project.flyway().validate();
    assertThat(project.migrate()).isEmpty();
  }

  @Test
  void changed_source_is_deployed_over_drift_when_that_is_only_reported() {
    drift();
    write("immutable", "return 2");
    assertThat(project.migrate()).containsExactly("function f()");
    assertThat(volatility()).isEqualTo("i");
    assertThat(project.query("SELECT f()")).containsExactly("2");
  }

  @Test
  void what_somebody_dropped_is_made_again_whatever_the_policy() {
    project.migrate();
    project.execute("DROP TRIGGER clean ON book", "DROP FUNCTION g()");
    assertThat(project.migrate()).containsExactly("function g()", "trigger book.clean");
    assertThat(project.objects()).containsExactly("book.clean", "clean", "f", "g");
    assertThat(project.migrate()).isEmpty();
  }

  @Test
  void object_is_deployed_when_repair_has_only_changed_the_checksum_in_the_history() {
    project.migrate();
    write("immutable", "return 2");
    project.flyway().repair();
    assertThat(project.migrate()).containsExactly("function f()");
    assertThat(project.query("SELECT f()")).containsExactly("2");
  }
}
