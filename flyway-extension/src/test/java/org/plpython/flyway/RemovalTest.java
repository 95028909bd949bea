package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;
import org.plpython.settings.RemovalPolicy;

/** Sources that go, and what Flyway and the database make of it. */
@ServerTest
class RemovalTest {
  private final Project project;

  RemovalTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database).clean();
    project.write("sql/V1__book.sql", "CREATE TABLE book (id int, isbn text);");
    function("a", "a", "return 1");
    function("b", "b", "return 2");
    function("c", "c", "return 3");
  }

  private Project function(String file, String name, String statement) {
    return project.write(
        "python/" + file + ".py",
        "from plpython import plfunction",
        "@plfunction",
        "def " + name + "() -> int:",
        "    " + statement);
  }

  private void trigger(String file, String name, String function) {
    project.write(
        "python/" + file + ".py",
        "from plpython import pltrigger",
        "@pltrigger(event='INSERT', when='BEFORE', table='book', name='" + name + "')",
        "def " + function + "(new):",
        "    new.isbn = 'set'");
  }

  private void assertGreen() {
    project.flyway().validate();
    assertThat(Arrays.stream(project.flyway().info().all()).map(MigrationInfo::getState))
        .doesNotContain(
            MigrationState.MISSING_SUCCESS, MigrationState.PENDING, MigrationState.OUTDATED);
    assertThat(project.migrate()).isEmpty();
  }

  @Test
  void function_is_removed_once_and_history_says_so_when_its_source_is_gone() {
    project.migrate();
    project.delete("python/b.py");
    assertThat(project.migrate()).containsExactly("function b()");
    assertThat(project.objects()).containsExactly("a", "c");
    assertGreen();
    assertThat(
            project.query(
                "SELECT script FROM flyway_schema_history WHERE description = 'function b()'"
                    + " ORDER BY installed_rank"))
        .containsExactly("b.py", "removed: b.py");
    assertThat(project.query("SELECT identity FROM plpython_objects ORDER BY 1"))
        .containsExactly("public.a()", "public.c()");
  }

  @Test
  void function_is_installed_again_when_its_source_is_put_back() {
    project.migrate();
    project.delete("python/b.py");
    project.migrate();
    function("b", "b", "return 2");
    assertThat(project.migrate()).containsExactly("function b()");
    assertThat(project.query("SELECT b()")).containsExactly("2");
    assertGreen();
  }

  @Test
  void nothing_runs_again_when_its_file_is_renamed_but_what_names_it() {
    project.migrate();
    project.delete("python/b.py");
    function("renamed", "b", "return 2");
    assertThat(project.migrate()).containsExactly("function b()");
    assertThat(project.objects()).containsExactly("a", "b", "c");
    assertGreen();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothing_is_left_over_when_a_function_is_renamed_with_its_trigger(boolean isGroup) {
    trigger("clean", "clean", "z_clean");
    project.configure(it -> it.group(isGroup)).migrate();
    assertThat(project.objects()).containsExactly("a", "b", "book.clean", "c", "z_clean");
    trigger("clean", "clean", "a_clean");
    assertThat(project.migrate())
        .containsExactlyInAnyOrder(
            "function a_clean()", "function z_clean()", "trigger book.clean");
    assertThat(project.objects()).containsExactly("a", "a_clean", "b", "book.clean", "c");
    assertGreen();
    trigger("clean", "clean", "zz_clean");
    project.migrate();
    assertThat(project.objects()).containsExactly("a", "b", "book.clean", "c", "zz_clean");
    assertGreen();
  }

  @Test
  void trigger_and_function_go_together_when_their_file_is_gone() {
    trigger("clean", "clean", "a_clean");
    project.migrate();
    project.delete("python/clean.py");
    assertThat(project.migrate()).containsExactly("function a_clean()", "trigger book.clean");
    assertThat(project.objects()).containsExactly("a", "b", "c");
    assertGreen();
  }

  @Test
  void function_moves_when_its_schema_changes() {
    project.write("sql/V2__shop.sql", "CREATE SCHEMA shop;");
    project.migrate();
    project.write(
        "python/b.py",
        "from plpython import plfunction",
        "@plfunction(schema='shop')",
        "def b() -> int:",
        "    return 2");
    assertThat(project.migrate()).containsExactlyInAnyOrder("function b()", "function shop.b()");
    assertThat(project.query("SELECT pronamespace::regnamespace FROM pg_proc WHERE proname = 'b'"))
        .containsExactly("shop");
    assertGreen();
  }

  @Test
  void function_becomes_another_one_with_its_grants_when_its_arguments_change() {
    project.migrate();
    project.execute("GRANT EXECUTE ON FUNCTION b() TO pg_monitor");
    project.write(
        "python/b.py",
        "from plpython import plfunction",
        "@plfunction",
        "def b(x: int = 2) -> int:",
        "    return x");
    assertThat(project.migrate()).containsExactlyInAnyOrder("function b()", "function b(integer)");
    assertThat(project.query("SELECT b()")).containsExactly("2");
    assertThat(project.query("SELECT proacl::text FROM pg_proc WHERE proname = 'b'"))
        .hasSize(1)
        .first()
        .asString()
        .contains("pg_monitor=X");
    assertGreen();
  }

  @Test
  void nothing_is_removed_when_the_location_is_empty_or_misspelt() {
    project.migrate();
    project.with(it -> it.setLocations(List.of("filesystem:nowhere")));
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("There is no Python file in filesystem:nowhere");
    assertThat(project.objects()).containsExactly("a", "b", "c");
  }

  @Test
  void nothing_at_all_is_done_when_everything_would_be_removed() {
    project.migrate();
    project.delete("python/a.py").delete("python/b.py").delete("python/c.py");
    function("other", "other", "return 1");
    project.write("sql/V9__later.sql", "CREATE TABLE later (id int);");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("the sources hold nothing of what the project has in the database")
        .hasMessageContaining("set flyway.plpython.allowRemoval=true");
    assertThatThrownBy(() -> project.flyway().validate())
        .hasMessageContaining("3 objects would be removed");
    assertThat(project.objects()).containsExactly("a", "b", "c");
    assertThat(project.query("SELECT to_regclass('later')")).containsExactly((String) null);
    project.with(it -> it.setAllowRemoval(true));
    project.migrate();
    assertThat(project.objects()).containsExactly("other");
    assertGreen();
  }

  @Test
  void function_stays_for_one_deploy_when_removal_is_deferred() {
    project.with(it -> it.setRemoval(RemovalPolicy.DEFER));
    project.migrate();
    project.delete("python/b.py");
    assertThat(project.migrate()).containsExactly("function b()");
    assertThat(project.objects()).containsExactly("a", "b", "c");
    assertGreen();
    function("c", "c", "return 33");
    assertThat(project.migrate()).containsExactly("function b()", "function c()");
    assertThat(project.objects()).containsExactly("a", "c");
    assertGreen();
    assertThat(
            project.query(
                "SELECT script FROM flyway_schema_history WHERE description = 'function b()'"
                    + " ORDER BY installed_rank"))
        .containsExactly("b.py", "to be removed by a later deploy: b.py", "removed: b.py");
  }

  @Test
  void function_stays_when_removal_is_never_or_it_is_protected() {
    project.migrate();
    project.delete("python/b.py");
    project.with(it -> it.setRemoval(RemovalPolicy.NEVER));
    assertGreen();
    project.with(it -> it.setProtect(List.of("public.b(*")));
    assertGreen();
    assertThat(project.objects()).containsExactly("a", "b", "c");
  }

  @Test
  void function_stays_and_is_named_when_a_view_hangs_on_it() {
    project.migrate();
    project.execute("CREATE VIEW twos AS SELECT b()");
    project.delete("python/b.py");
    assertThatThrownBy(project::migrate)
        .hasMessageContaining("the function public.b() is no longer in the sources")
        .hasMessageContaining("this hangs on it: view public.twos")
        .hasMessageContaining("set flyway.plpython.protect=public.b()");
    assertThat(project.objects()).containsExactly("a", "b", "c");
  }

  @Test
  void nothing_of_others_is_removed_when_they_share_the_database() {
    project.migrate();
    project.execute("CREATE FUNCTION foreign_one() RETURNS int LANGUAGE plpython3u AS 'return 1'");
    project.delete("python/b.py");
    project.migrate();
    assertThat(project.objects()).containsExactly("a", "c", "foreign_one");
  }

  @Test
  void nothing_of_another_project_is_removed_when_both_have_one_history() {
    project.migrate();
    project.delete("python/a.py").delete("python/b.py").delete("python/c.py");
    function("other", "other", "return 1");
    project.with(it -> it.setProject("other"));
    assertThat(project.migrate()).containsExactly("function other()");
    assertThat(project.objects()).containsExactly("a", "b", "c", "other");
    assertGreen();
    project.delete("python/other.py");
    function("a", "a", "return 1");
    function("b", "b", "return 2");
    function("c", "c", "return 3");
    project.with(it -> {});
    assertGreen();
    assertThat(project.objects()).containsExactly("a", "b", "c", "other");
  }

  @Test
  void function_stays_and_that_is_told_when_the_registry_does_not_know_it() {
    project.migrate();
    project.execute("DELETE FROM plpython_objects WHERE name = 'b'");
    project.delete("python/b.py");
    try (LogLines log = LogLines.listen()) {
      project.migrate();
      assertThat(log.lines())
          .anyMatch(it -> it.contains("The function b() (b.py) is no longer in the sources, and"));
    }
    assertThat(project.objects()).containsExactly("a", "b", "c");
    assertGreen();
  }
}
