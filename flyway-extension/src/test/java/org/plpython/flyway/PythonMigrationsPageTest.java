package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;

/** Runs the page's example: its files, by the names in their first lines, and what it says then. */
@PlPythonTest
class PythonMigrationsPageTest {
  private static final Pattern FILE =
      Pattern.compile("(?ms)^```(?:sql|python)\n(?:--|#) (\\S+)\n(.*?)^```$");
  private static final Pattern HISTORY = Pattern.compile("(?ms)^```text\n(.*?)^```$");

  private final Project project;

  PythonMigrationsPageTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database).delete("sql/V0__nothing.sql");
  }

  @Test
  void history_is_the_pages_when_its_files_are_migrated() throws IOException {
    String page = Files.readString(Path.of("../docs/python-migrations.md"));
    Matcher files = FILE.matcher(page);
    while (files.find()) {
      project.write(files.group(1), files.group(2));
    }
    project.migrate();
    Matcher history = HISTORY.matcher(page);
    assertThat(history.find()).isTrue();
    assertThat(
            project.query(
                "SELECT coalesce(version, ' ') || ' ' || description FROM flyway_schema_history"
                    + " ORDER BY installed_rank"))
        .containsExactly(history.group(1).split("\n"));
    assertThat(project.query("SELECT isbn FROM book ORDER BY id"))
        .containsExactly("9780201896831", "9780201896848");
  }
}
