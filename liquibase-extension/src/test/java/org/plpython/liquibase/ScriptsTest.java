package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;

/** What Liquibase writes instead of doing it, and what it undoes. */
@ServerTest
class ScriptsTest {
  private static final String STATE =
      """
      SELECT kind || ' ' || identity || ' ' || checksum || ' ' || installed::text
      FROM plpython_objects ORDER BY kind, identity""";

  private final Project project;

  ScriptsTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database).clean();
    project.write(
        "changelog.yaml",
        "databaseChangeLog:",
        "  - changeSet:",
        "      id: 1",
        "      author: a",
        "      changes:",
        "        - sql: {sql: 'CREATE TABLE public.book (id int, isbn text)'}",
        "      rollback: DROP TABLE book",
        "  - include: {file: python}");
    function("return 1");
    project.write(
        "python/clean.py",
        "from plpython import pltrigger",
        "@pltrigger(event='INSERT', when='BEFORE', table='book', name='clean')",
        "def clean_isbn(new):",
        "    new.isbn = new.isbn.replace('-', '')");
  }

  private void function(String statement) {
    project.write(
        "python/a.py",
        "from plpython import plfunction",
        "@plfunction",
        "def a() -> int:",
        "    " + statement);
  }

  private List<@Nullable String> installed() {
    return project.query(STATE);
  }

  @Test
  void script_of_an_empty_database_makes_what_an_update_makes() throws LiquibaseException {
    String script = project.updateSql();
    assertThat(project.objects()).isEmpty();
    project.update();
    List<@Nullable String> updated = installed();
    project.clean().execute(script);
    assertThat(installed()).isEqualTo(updated);
    assertThat(project.update()).isEmpty();
    assertThat(project.query("INSERT INTO book VALUES (1, '1-2') RETURNING isbn || a()"))
        .containsExactly("121");
  }

  @Test
  void script_of_an_edit_changes_what_an_update_changes() throws LiquibaseException {
    project.update();
    function("return 2");
    String script = project.updateSql();
    assertThat(script).contains("return 2").doesNotContain("clean_isbn");
    assertThat(project.query("SELECT a()")).containsExactly("1");
    project.execute(script);
    assertThat(project.query("SELECT a()")).containsExactly("2");
    assertThat(project.update()).isEmpty();
  }

  @Test
  void offline_script_makes_what_an_update_makes() throws LiquibaseException {
    project.update();
    List<@Nullable String> updated = installed();
    String script = project.offline(Project::updateSql);
    project.clean().execute(script);
    assertThat(installed()).isEqualTo(updated);
    function("return 2");
    project.execute(
        project.offline(Project::updateSql).replaceAll("(?s).*?(?=-- Changeset python)", ""));
    assertThat(project.query("SELECT a()")).containsExactly("2");
  }

  @Test
  void offline_script_fails_when_somebody_elses_function_is_there() throws LiquibaseException {
    String script = project.offline(Project::updateSql);
    project.execute("CREATE FUNCTION a() RETURNS int LANGUAGE sql AS 'SELECT 9'");
    assertThatThrownBy(() -> project.execute(script))
        .rootCause()
        .hasMessageContaining(
            "The function a() is in this database, and plpython-migrate has not installed it.");
    assertThat(project.query("SELECT a()")).containsExactly("9");
    project.set("adopt", "true").delete("history.csv");
    String adopting = project.offline(Project::updateSql);
    project.execute(adopting);
    assertThat(project.query("SELECT a()")).containsExactly("1");
  }

  private void rollback(int count) throws LiquibaseException {
    project.with(
        liquibase -> {
          liquibase.rollback(count, "");
          return 0;
        });
  }

  private String rollbackSql(int count) throws LiquibaseException {
    return project.with(
        liquibase -> {
          StringWriter sql = new StringWriter();
          liquibase.rollback(count, "", sql);
          return sql.toString();
        });
  }

  @Test
  void redeploy_is_rolled_back_to_the_earlier_body() throws LiquibaseException {
    project.update();
    function("return 2");
    project.update();
    String script = rollbackSql(1);
    rollback(1);
    assertThat(project.query("SELECT a()")).containsExactly("1");
    assertThat(project.update()).containsExactly("function a()");
    assertThat(project.query("SELECT a()")).containsExactly("2");
    project.execute(script);
    assertThat(project.query("SELECT a()")).containsExactly("1");
    assertThat(project.update()).containsExactly("function a()");
    assertThat(project.query("SELECT a()")).containsExactly("2");
  }

  @Test
  void first_installs_are_rolled_back_by_drops() throws LiquibaseException {
    project.update();
    rollback(4);
    assertThat(project.objects()).isEmpty();
    assertThat(project.query("SELECT identity FROM plpython_objects")).isEmpty();
    assertThat(project.update())
        .containsExactly(
            "function a()", "function clean_isbn()", "trigger book.clean", "removed objects");
  }

  @Test
  void changed_signature_is_rolled_back() throws LiquibaseException {
    project.update();
    project.write(
        "python/a.py",
        "from plpython import plfunction",
        "@plfunction",
        "def a(by: int) -> int:",
        "    return by");
    project.update();
    rollback(2);
    assertThat(project.query("SELECT a()")).containsExactly("1");
    assertThat(project.objects()).containsExactly("a", "book.clean", "clean_isbn");
  }

  @Test
  void changed_result_is_rolled_back() throws LiquibaseException {
    project.update();
    project.write(
        "python/a.py",
        "from plpython import plfunction",
        "@plfunction",
        "def a() -> str:",
        "    return 'text'");
    project.update();
    assertThat(project.query("SELECT a()")).containsExactly("text");
    rollback(1);
    assertThat(project.query("SELECT a()")).containsExactly("1");
  }

  @Test
  void adopted_function_stays_when_its_change_set_is_rolled_back() throws LiquibaseException {
    project.update();
    project.execute(
        "DROP TABLE plpython_objects, databasechangelog, plpython_objects_releases",
        "DROP TABLE book CASCADE");
    project.update();
    rollback(4);
    assertThat(project.objects()).containsExactly("a", "clean_isbn");
  }

  @Test
  void future_rollback_script_drops_what_is_not_there_yet() throws LiquibaseException {
    String script =
        project.with(
            liquibase -> {
              StringWriter sql = new StringWriter();
              liquibase.futureRollbackSQL(new Contexts(), new LabelExpression(), sql);
              return sql.toString();
            });
    assertThat(script)
        .contains("DROP ROUTINE IF EXISTS a()")
        .contains("DROP TRIGGER IF EXISTS clean");
  }

  @Test
  void rollback_of_a_mere_repair_leaves_the_function() throws LiquibaseException {
    project.update();
    project.execute("DROP FUNCTION a()");
    assertThat(project.update()).containsExactly("function a()");
    rollback(1);
    assertThat(project.query("SELECT a()")).containsExactly("1");
  }

  @Test
  void future_rollback_script_leaves_what_is_not_ours() throws LiquibaseException {
    project.execute("CREATE FUNCTION a() RETURNS int LANGUAGE sql AS 'SELECT 9'");
    String script =
        project.with(
            liquibase -> {
              StringWriter sql = new StringWriter();
              liquibase.futureRollbackSQL(new Contexts(), new LabelExpression(), sql);
              return sql.toString();
            });
    assertThat(script).doesNotContain("ROUTINE IF EXISTS a()").contains("clean_isbn()");
  }
}
