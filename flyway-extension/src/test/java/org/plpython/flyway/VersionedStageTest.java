package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;
import org.plpython.plan.PlanSettings.DriftPolicy;

/** What the callback does around versioned migrations, and around a clean. */
@ServerTest
class VersionedStageTest {
  private final Project project;

  VersionedStageTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database).clean();
    project.configure(it -> it.callbacks(new PlPythonCallback()));
    project.write("sql/V1__book.sql", "CREATE TABLE book (id int, isbn varchar(13));");
  }

  private void function(String options, String name, String statement) {
    project.write(
        "python/" + name + ".py",
        "from plpython import plfunction",
        "@plfunction(" + options + ")",
        "def " + name + "(isbn: str) -> str:",
        "    " + statement);
  }

  private void trigger(String more) {
    project.write(
        "python/clean.py",
        "from plpython import pltrigger",
        "@pltrigger(event='INSERT OR UPDATE', when='BEFORE', table='book', of=['isbn']"
            + more
            + ")",
        "def clean(new):",
        "    new.isbn = new.isbn.replace('-', '')");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void early_function_is_called_by_a_versioned_migration_when_the_database_is_new(boolean isGroup) {
    function("install='early', schema='shop'", "norm", "return isbn.replace('-', '')");
    project.write("sql/V2__shop.sql", "CREATE SCHEMA shop;");
    project.write("sql/V3__call.sql", "INSERT INTO book VALUES (1, shop.norm('1-2'));");
    project.configure(it -> it.callbacks(new PlPythonCallback()).group(isGroup));
    assertThat(project.migrate())
        .containsExactly("V0", "V1", "V2", "V3", "function shop.norm(text)");
    assertThat(project.query("SELECT isbn FROM book")).containsExactly("12");
    project.flyway().validate();
  }

  @Test
  void early_function_is_the_new_one_when_it_changes_together_with_its_caller() {
    function("install='early'", "norm", "return 'old'");
    project.migrate();
    function("install='early'", "norm", "return 'new'");
    project.write("sql/V2__call.sql", "INSERT INTO book VALUES (1, norm('1'));");
    assertThat(project.migrate()).containsExactly("V2", "function norm(text)");
    assertThat(project.query("SELECT isbn FROM book")).containsExactly("new");
  }

  @Test
  void function_is_not_there_yet_when_it_is_not_early() {
    function("", "norm", "return isbn");
    project.write("sql/V2__call.sql", "INSERT INTO book VALUES (1, norm('1'));");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("function norm(unknown) does not exist");
  }

  @Test
  void early_function_is_taken_back_when_its_caller_fails() {
    function("install='early'", "norm", "return isbn");
    project.write("sql/V2__call.sql", "SELECT norm('1'); SELECT 1 / 0;");
    assertThatThrownBy(project::migrate).isInstanceOf(FlywayException.class);
    project.write("sql/V2__call.sql", "SELECT norm('1');");
    project.migrate();
    assertThat(project.objects()).containsExactly("norm");
  }

  @Test
  void column_of_a_trigger_is_altered_and_the_trigger_comes_back_as_it_was_when_it_is_detached() {
    trigger(", detach=True");
    project.migrate();
    project.execute(
        "ALTER TABLE book DISABLE TRIGGER clean", "COMMENT ON TRIGGER clean ON book IS 'ours'");
    project.write("sql/V2__type.sql", "ALTER TABLE book ALTER COLUMN isbn TYPE text;");
    assertThat(project.migrate()).containsExactly("V2");
    assertThat(
            project.query(
                "SELECT tgenabled::text || obj_description(oid, 'pg_trigger') FROM pg_trigger"
                    + " WHERE tgname = 'clean'"))
        .containsExactly("Dours");
    assertThat(project.migrate()).isEmpty();
  }

  @Test
  void column_of_a_trigger_cannot_be_altered_when_it_is_not_detached() {
    trigger("");
    project.migrate();
    project.write("sql/V2__type.sql", "ALTER TABLE book ALTER COLUMN isbn TYPE text;");
    assertThatThrownBy(project::migrate)
        .hasMessageContaining("cannot alter type of a column used in a trigger definition");
  }

  @Test
  void detached_trigger_is_there_when_its_migration_fails() {
    trigger(", detach=True");
    project.migrate();
    project.write("sql/V2__type.sql", "ALTER TABLE book ALTER COLUMN isbn TYPE text; SELECT 1/0;");
    assertThatThrownBy(project::migrate).isInstanceOf(FlywayException.class);
    assertThat(project.objects()).containsExactly("book.clean", "clean");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void trigger_is_made_again_when_a_versioned_migration_takes_it_along(boolean isGroup) {
    trigger("");
    project.migrate();
    project.configure(it -> it.callbacks(new PlPythonCallback()).group(isGroup));
    project.write("sql/V2__anew.sql", "DROP TABLE book; CREATE TABLE book (id int, isbn text);");
    project.write("sql/V3__row.sql", "INSERT INTO book VALUES (1, '1-2');");
    assertThat(project.migrate()).containsExactly("V2", "V3");
    assertThat(project.query("SELECT isbn FROM book")).containsExactly("12");
    assertThat(project.migrate()).isEmpty();
    project.flyway().validate();
  }

  @Test
  void trigger_is_made_again_by_its_own_migration_when_its_table_comes_back_later() {
    trigger("");
    project.migrate();
    project.write("sql/V2__gone.sql", "DROP TABLE book;");
    project.write("sql/V3__anew.sql", "CREATE TABLE book (id int, isbn text);");
    assertThat(project.migrate()).containsExactly("V2", "V3");
    assertThat(project.objects()).containsExactly("book.clean", "clean");
  }

  @Test
  void nothing_runs_when_drift_must_not_be() {
    function("volatility='immutable'", "norm", "return isbn");
    project.migrate();
    project.execute("ALTER FUNCTION norm(text) STABLE");
    project.with(it -> it.setDriftPolicy(DriftPolicy.FAIL));
    project.write("sql/V2__more.sql", "CREATE TABLE more (id int);");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("the function public.norm(text) was changed in the database")
        .hasMessageContaining("volatility");
    assertThat(project.query("SELECT to_regclass('more')")).containsExactly((String) null);
  }

  @Test
  void everything_of_ours_is_gone_when_flyway_cleans_its_schemas() {
    project.execute("CREATE SCHEMA elsewhere");
    function("schema='elsewhere'", "norm", "return isbn");
    trigger("");
    project.configure(it -> it.callbacks(new PlPythonCallback()).cleanDisabled(false));
    project.migrate();
    project.execute("CREATE FUNCTION elsewhere.other() RETURNS int LANGUAGE sql AS 'SELECT 1'");
    project.flyway().clean();
    assertThat(project.objects()).isEmpty();
    assertThat(
            project.query(
                "SELECT proname FROM pg_proc WHERE pronamespace = 'elsewhere'::regnamespace"))
        .isEqualTo(List.of("other"));
    project.migrate();
    assertThat(project.objects()).containsExactly("book.clean", "clean", "norm");
  }
}
