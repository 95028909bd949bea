package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

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
  void script_is_written() throws LiquibaseException {
    System.out.println(project.updateSql());
    project.update();
    function("a", "return 3");
    System.out.println("======");
    System.out.println(project.updateSql());
    System.out.println("====== OFFLINE");
    String offline = project.offline(Project::updateSql);
    System.out.println(offline);
  }
}
