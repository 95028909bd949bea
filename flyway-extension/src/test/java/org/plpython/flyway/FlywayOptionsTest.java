package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;

/** What Flyway's own settings and commands do to Python objects; docs/flyway.md has the table. */
@ServerTest
class FlywayOptionsTest {
  private final Project project;

  FlywayOptionsTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database).clean();
    project.write("sql/V1__book.sql", "CREATE TABLE book (id int, isbn text);");
    function("f", "return 1");
    project.write(
        "python/clean.py",
        "from plpython import pltrigger",
        "@pltrigger(event='INSERT', when='BEFORE', table='book')",
        "def clean(new):",
        "    new.isbn = 'set'");
  }

  private void function(String name, String statement) {
    project.write(
        "python/" + name + ".py",
        "from plpython import plfunction",
        "@plfunction",
        "def " + name + "() -> int:",
        "    " + statement);
  }

  private void assertGreen() {
    project.flyway().validate();
    assertThat(project.migrate()).isEmpty();
  }

  @Test
  void nothing_is_done_when_one_of_the_group_fails() {
    project.configure(it -> it.group(true));
    project.write("sql/R__wrong.sql", "SELECT 1 / 0;");
    assertThatThrownBy(project::migrate).isInstanceOf(FlywayException.class);
    assertThat(project.objects()).isEmpty();
    assertThat(project.query("SELECT to_regclass('plpython_objects')"))
        .containsExactly((String) null);
    project.delete("sql/R__wrong.sql").migrate();
    assertThat(project.objects()).containsExactly("book.clean", "clean", "f");
    assertGreen();
  }

  @Test
  void history_gets_the_rest_when_an_sql_repeatable_fails_amid_ours() {
    project.write("sql/R__gap.sql", "SELECT 1 / 0;");
    assertThatThrownBy(project::migrate).isInstanceOf(FlywayException.class);
    assertThat(project.objects()).containsExactly("book.clean", "clean", "f");
    project.write("sql/R__gap.sql", "SELECT 1;");
    assertThat(project.migrate()).containsExactly("gap", "trigger book.clean");
    assertGreen();
  }

  @Test
  void everything_runs_when_transactional_and_other_migrations_are_mixed() {
    project.write("sql/V2__vacuum.sql", "VACUUM book;");
    project.configure(it -> it.mixed(true).group(true));
    assertThat(project.migrate())
        .containsExactly(
            "V0", "V1", "V2", "function clean()", "function f()", "trigger book.clean");
    assertGreen();
  }

  @Test
  void objects_are_installed_when_the_schema_is_not_empty_and_is_baselined() {
    project.execute("CREATE TABLE book (id int, isbn text)");
    assertThatThrownBy(project::migrate).hasMessageContaining("Found non-empty schema");
    project.configure(it -> it.baselineOnMigrate(true).baselineVersion("1"));
    assertThat(project.migrate())
        .containsExactly("function clean()", "function f()", "trigger book.clean");
    assertGreen();
  }

  @Test
  void objects_are_installed_whatever_the_target() {
    project.write("sql/V2__more.sql", "CREATE TABLE more (id int);");
    project.configure(it -> it.target("1"));
    assertThat(project.migrate())
        .containsExactly("V0", "V1", "function clean()", "function f()", "trigger book.clean");
    project.configure(it -> it);
    assertThat(project.migrate()).containsExactly("V2");
    project.flyway().validate();
  }

  @Test
  void out_of_order_migrations_run_and_objects_stay() {
    project.migrate();
    project.write("sql/V0.5__late.sql", "CREATE TABLE late (id int);");
    project.configure(it -> it.outOfOrder(true));
    assertThat(project.migrate()).containsExactly("V0.5");
    assertGreen();
  }

  @Test
  void nothing_of_ours_is_known_when_default_resolvers_are_skipped() {
    project.configure(it -> it.skipDefaultResolvers(true));
    assertThat(project.migrate()).isEmpty();
    project.configure(
        it -> it.skipDefaultResolvers(true).resolvers(new PlPythonMigrationResolver()));
    project.execute("CREATE TABLE book (id int, isbn text)");
    assertThat(project.migrate())
        .containsExactly("function clean()", "function f()", "trigger book.clean");
  }

  @Test
  void migrate_does_all_when_it_does_not_validate() {
    project.configure(it -> it.validateOnMigrate(false));
    project.migrate();
    project.delete("python/f.py");
    assertThat(project.migrate()).containsExactly("function f()");
    assertThat(project.objects()).containsExactly("book.clean", "clean");
    assertGreen();
  }

  @Test
  void history_alone_is_written_and_the_next_migrate_leaves_it_when_nothing_is_executed() {
    project.configure(it -> it.skipExecutingMigrations(true));
    project.migrate();
    assertThat(project.objects()).isEmpty();
    project.configure(it -> it);
    assertGreen();
    function("f", "return 2");
    project.execute("CREATE TABLE IF NOT EXISTS book (id int, isbn text)");
    assertThat(project.migrate()).containsExactly("function f()");
    assertThat(project.objects()).contains("f");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ours_is_cleaned_with_its_schema_and_installed_again(boolean hasCallback) {
    project.configure(
        it ->
            hasCallback
                ? it.cleanDisabled(false).callbacks(new PlPythonCallback())
                : it.cleanDisabled(false));
    project.migrate();
    project.flyway().clean();
    assertThat(project.objects()).isEmpty();
    assertThat(project.migrate()).hasSize(5);
    assertGreen();
  }

  @Test
  void history_is_mended_by_repair_and_objects_are_deployed_by_migrate() {
    project.migrate();
    function("f", "return 2");
    project.delete("python/clean.py");
    project.flyway().repair();
    project.migrate();
    assertThat(project.objects()).containsExactly("f");
    assertThat(project.query("SELECT f()")).containsExactly("2");
    assertGreen();
    project.flyway().repair();
    assertGreen();
  }

  @Test
  void nothing_is_missed_when_missing_migrations_are_ignored() {
    project.migrate();
    project.delete("python/f.py");
    project.configure(it -> it.ignoreMigrationPatterns("*:missing"));
    assertThat(project.migrate()).containsExactly("function f()");
    assertThat(project.objects()).containsExactly("book.clean", "clean");
  }

  @Test
  void history_and_registry_are_in_the_default_schema() {
    project.execute("CREATE SCHEMA shop", "CREATE SCHEMA other");
    project.configure(it -> it.schemas("shop", "other").defaultSchema("other").table("past"));
    project.migrate();
    assertThat(
            project.query(
                "SELECT relname FROM pg_class WHERE relnamespace = 'other'::regnamespace"
                    + " AND relkind = 'r' ORDER BY 1"))
        .containsExactly("book", "past", "plpython_objects", "plpython_objects_releases");
    assertThat(project.query("SELECT DISTINCT project FROM other.plpython_objects"))
        .containsExactly("other.past");
    assertGreen();
  }

  @Test
  void info_tells_descriptions_files_and_states() {
    project.migrate();
    function("f", "return 2");
    function("g", "return 3");
    project.delete("python/clean.py");
    project.write("python/keep.py", "from plpython import plfunction", "");
    assertThat(
            Arrays.stream(project.flyway().info().all())
                .filter(it -> it.getVersion() == null)
                .map(FlywayOptionsTest::told))
        .containsExactly(
            "function clean() Outdated clean.py",
            "function f() Outdated f.py",
            "trigger book.clean Outdated clean.py",
            "function clean() Pending removed: clean.py",
            "function f() Pending f.py",
            "function g() Pending g.py",
            "trigger book.clean Pending removed: clean.py");
  }

  private static String told(MigrationInfo info) {
    return info.getDescription() + " " + info.getState().getDisplayName() + " " + info.getScript();
  }

  @Test
  void pending_objects_fail_validate_as_pending_sql_does() {
    assertThatThrownBy(() -> project.flyway().validate())
        .isInstanceOf(FlywayValidateException.class)
        .hasMessageContaining("Detected resolved repeatable migration not applied to database")
        .hasMessageContaining("function f()");
  }
}
