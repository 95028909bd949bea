package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;

/** A folder of Python sources in a changelog. */
@ServerTest
class FolderTest {
  private final Project project;

  FolderTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database).clean();
    project.write(
        "changelog.yaml",
        "databaseChangeLog:",
        "  - changeSet:",
        "      id: 1",
        "      author: a",
        "      changes:",
        "        - sql: {sql: 'CREATE TABLE book (id int, isbn text)'}",
        "  - include: {file: python}");
    function("a", "return 1");
    project.write(
        "python/clean.py",
        "from plpython import pltrigger",
        "@pltrigger(event='INSERT', when='BEFORE', table='book', name='clean')",
        "def clean_isbn(new):",
        "    new.isbn = new.isbn.replace('-', '')");
  }

  private void function(String name, String statement) {
    project.write(
        "python/" + name + ".py",
        "from plpython import plfunction",
        "@plfunction",
        "def " + name + "() -> int:",
        "    " + statement);
  }

  @Test
  void objects_are_installed_and_an_edit_runs_one_change_set() throws LiquibaseException {
    assertThat(project.update())
        .containsExactly(
            "1", "function a()", "function clean_isbn()", "trigger book.clean", "removed objects");
    assertThat(project.objects()).containsExactly("a", "book.clean", "clean_isbn");
    assertThat(project.update()).isEmpty();
    function("a", "return 2");
    assertThat(project.update()).containsExactly("function a()");
    assertThat(project.query("SELECT a()")).containsExactly("2");
    assertThat(
            project.query(
                "SELECT filename || ' ' || author || ' ' || comments FROM databasechangelog WHERE id = 'function a()'"))
        .containsExactly("python plpython a.py");
  }

  @Test
  void object_is_removed_when_its_source_is_gone() throws LiquibaseException {
    project.update();
    project.delete("python/clean.py");
    assertThat(project.update()).containsExactly("removed objects");
    assertThat(project.objects()).containsExactly("a");
    assertThat(project.update()).isEmpty();
  }

  @Test
  void object_is_made_again_when_somebody_has_dropped_it() throws LiquibaseException {
    project.update();
    project.execute("DROP FUNCTION a()");
    assertThat(project.update()).containsExactly("function a()");
    assertThat(project.objects()).containsExactly("a", "book.clean", "clean_isbn");
    assertThat(project.update()).isEmpty();
  }

  @Test
  void another_project_is_left_alone_when_a_file_is_taken_out_of_includeAll()
      throws LiquibaseException {
    project
        .write(
            "changelog.yaml",
            "databaseChangeLog:",
            "  - includeAll: {path: python, endsWithFilter: .py}")
        .delete("python/clean.py");
    function("b", "return 'b'.count('b')");
    project.write("python/helper.py", "ONE = 1");
    assertThat(project.update()).containsExactly("function a()", "removed objects", "function b()");
    project.execute("CREATE FUNCTION theirs() RETURNS int LANGUAGE plpython3u AS 'return 1'");
    project.delete("python/b.py");
    assertThat(project.update()).containsExactly("removed objects");
    assertThat(project.objects()).containsExactly("a", "theirs");
    assertThat(project.update()).isEmpty();
  }

  @Test
  void all_mistakes_are_shown_with_file_line_and_caret() {
    project.write(
        "python/wrong.py",
        "from plpython import plfunction",
        "@plfunction(volatility='never')",
        "def wrong(a) -> int:",
        "    return 1");
    assertThatThrownBy(project::update)
        .hasMessageContaining("python/wrong.py:2:24")
        .hasMessageContaining("@plfunction(volatility='never')")
        .hasMessageContaining("^")
        .hasMessageContaining("python/wrong.py:3:11");
    assertThat(project.objects()).isEmpty();
  }

  @Test
  void server_error_names_the_authors_line() {
    project.write(
        "python/late.py",
        "from typing import Annotated",
        "from plpython import plfunction",
        "@plfunction(schema='nowhere')",
        "def late() -> int:",
        "    return 1");
    assertThatThrownBy(project::update)
        .hasMessageContaining("late.py:4")
        .hasMessageContaining("nowhere");
    assertThat(project.objects()).isEmpty();
  }

  @Test
  void drift_is_told_repaired_or_refused_as_the_policy_says() throws LiquibaseException {
    project.update();
    project.execute("ALTER FUNCTION a() COST 7");
    assertThat(project.update()).isEmpty();
    project.set("driftPolicy", "fail");
    assertThatThrownBy(project::update).hasMessageContaining("a()").hasMessageContaining("cost");
    project.set("driftPolicy", "repair");
    assertThat(project.update()).containsExactly("function a()");
    assertThat(project.query("SELECT procost FROM pg_proc WHERE proname = 'a'"))
        .containsExactly("100");
    assertThat(project.update()).isEmpty();
  }

  @Test
  void earlier_instance_downgrades_and_removes_nothing_when_it_starts_again()
      throws LiquibaseException {
    project.update();
    function("a", "return 2");
    function("b", "return 3");
    project.update();
    function("a", "return 1");
    project.delete("python/b.py");
    assertThat(project.update()).isEmpty();
    assertThat(project.query("SELECT a() || ' ' || b()")).containsExactly("2 3");
    project.set("allowDowngrade", "true");
    assertThat(project.update()).containsExactly("function a()", "removed objects");
    assertThat(project.query("SELECT a()")).containsExactly("1");
    assertThat(project.objects()).containsExactly("a", "book.clean", "clean_isbn");
  }

  @Test
  void signature_change_replaces_the_function() throws LiquibaseException {
    project.update();
    project.write(
        "python/a.py",
        "from plpython import plfunction",
        "@plfunction",
        "def a(by: int) -> int:",
        "    return by");
    assertThat(project.update()).containsExactly("function a(integer)", "removed objects");
    assertThat(project.query("SELECT a(5)")).containsExactly("5");
    assertThat(project.objects()).containsExactly("a", "book.clean", "clean_isbn");
  }

  @Test
  void edit_redeploys_when_checksums_were_cleared_before() throws LiquibaseException {
    project.update();
    project.with(
        liquibase -> {
          liquibase.clearCheckSums();
          return 0;
        });
    function("a", "return 2");
    project.update();
    assertThat(project.query("SELECT a()")).containsExactly("2");
  }
}
