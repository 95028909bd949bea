package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;

/** Several folders in a changelog, and several changelogs over one history. */
@PlPythonTest
class SeveralFoldersTest {
  private final Project project;

  SeveralFoldersTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database);
  }

  @BeforeEach
  void twoFolders() {
    project.clean();
    project.write(
        "changelog.yaml",
        "databaseChangeLog:",
        "  - logicalFilePath: all.yaml",
        "  - include: {file: one}",
        "  - include: {file: two}");
    function("one/a", "return 1");
    function("two/b", "return 2");
  }

  private void function(String path, String statement) {
    project.write(
        path + ".py",
        "from plpython import plfunction",
        "@plfunction",
        "def " + path.substring(path.lastIndexOf('/') + 1) + "() -> int:",
        "    " + statement);
  }

  @Test
  void function_stays_when_it_moves_to_another_folder() throws LiquibaseException {
    assertThat(project.update())
        .containsExactly("function a()", "removed objects", "function b()", "removed objects");
    project.execute("GRANT EXECUTE ON FUNCTION a() TO pg_monitor");
    project.delete("one/a.py");
    function("one/c", "return 3");
    function("two/a", "return 1");
    project.update();
    assertThat(project.objects()).containsExactly("a", "b", "c");
    assertThat(project.query("SELECT has_function_privilege('pg_monitor', 'a()', 'EXECUTE')::text"))
        .containsExactly("true");
    assertThat(project.update()).isEmpty();
  }

  @Test
  void script_of_both_folders_runs_as_it_is_written() throws LiquibaseException {
    project.execute(project.updateSql());
    assertThat(project.objects()).containsExactly("a", "b");
    assertThat(project.update()).isEmpty();
    project.delete("two/b.py");
    function("two/c", "return 3");
    function("one/a", "return 11");
    project.execute(project.updateSql());
    assertThat(project.objects()).containsExactly("a", "c");
    assertThat(project.update()).isEmpty();
  }

  @Test
  void folders_of_another_changelog_over_the_same_history_stay() throws LiquibaseException {
    project.write("first.yaml", "databaseChangeLog:", "  - include: {file: one}");
    project.write("second.yaml", "databaseChangeLog:", "  - include: {file: two}");
    function("two/d", "return 4");
    project.changelog("first.yaml").update();
    project.changelog("second.yaml").update();
    assertThat(project.objects()).containsExactly("a", "b", "d");
    function("two/c", "return 3");
    project.delete("two/b.py");
    project.update();
    assertThat(project.objects()).containsExactly("a", "c", "d");
  }

  @Test
  void function_that_comes_back_in_a_file_of_its_own_is_installed_again()
      throws LiquibaseException {
    project.write("changelog.yaml", "databaseChangeLog:", "  - includeAll: {path: one}");
    function("one/b", "return 2");
    project.update();
    project.delete("one/b.py");
    project.update();
    assertThat(project.objects()).containsExactly("a");
    function("one/b", "return 2");
    function("one/c", "return 3");
    project.update();
    assertThat(project.objects()).containsExactly("a", "b", "c");
    assertThat(project.update()).isEmpty();
  }
}
