package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;

/** A shop takes the steps of the guide's "From SQL files to Python files", with its files. */
@ServerTest
class FromSqlFilesTest {
  private static final Pattern SECTION =
      Pattern.compile("(?ms)^## From SQL files to Python files$(.*?)^## ");
  private static final Pattern FILE =
      Pattern.compile("(?ms)^```(?:sql|python)\n(?:--|#) (\\S+)\n(.*?)^```$");
  private static final Pattern REFUSAL = Pattern.compile("(?ms)^```text\n(.*?)\n```$");
  private static final String IGNORED = "repeatable:missing";
  private static final String IDENTITY =
      "SELECT oid || ' ' || xmin FROM pg_proc WHERE proname IN ('gross', 'net') ORDER BY 1";

  private final Project project;
  private final Path folder;
  private final PlPythonDatabase database;
  private final String section;

  FromSqlFilesTest(PlPythonDatabase database, @TempDir Path folder) throws IOException {
    this.database = database;
    this.folder = folder;
    project = new Project(folder, database).clean().delete("sql/V0__nothing.sql");
    Matcher matcher = SECTION.matcher(Files.readString(Path.of("../docs/flyway.md")));
    assertThat(matcher.find()).isTrue();
    section = matcher.group(1);
  }

  private void write(String... paths) {
    Matcher files = FILE.matcher(section);
    while (files.find()) {
      if (List.of(paths).contains(files.group(1))) {
        project.write(files.group(1), files.group(2));
      }
    }
  }

  private FlywayWithoutExtension old(String... ignored) {
    return new FlywayWithoutExtension(database.dataSource(), folder.resolve("sql"), ignored);
  }

  /** The release that is all SQL, in production. */
  @BeforeEach
  void releaseInSql() {
    writeSql();
    assertThat(old().migrate()).isEqualTo(4);
    project.execute("COMMENT ON FUNCTION gross(numeric) IS 'kept'");
  }

  private void writeSql() {
    write("sql/V1__book.sql", "sql/V2__net.sql", "sql/R__gross.sql", "sql/R__view_prices.sql");
  }

  private void writePython() {
    write("python/pricing.py");
    project.delete("sql/R__gross.sql");
    project.configure(it -> it.ignoreMigrationPatterns(IGNORED));
  }

  private void releaseInPython() {
    writePython();
    project.with(it -> it.setAdopt(true));
    assertThat(project.migrate())
        .containsExactly("function gross(numeric)", "function net(numeric)");
    project.with(it -> {});
  }

  private void assertGreen() {
    project.flyway().validate();
    assertThat(project.migrate()).isEmpty();
    assertThat(project.query("SELECT gross FROM prices")).containsExactly("20");
    assertThat(project.query("SELECT net(20)")).containsExactly("10");
  }

  private boolean isGrossOurs() {
    return project
        .query("SELECT prosrc LIKE '%pricing.py%' FROM pg_proc WHERE proname = 'gross'")
        .contains("t");
  }

  @Test
  void refusal_is_the_pages_when_functions_of_sql_files_are_not_to_be_adopted() {
    writePython();
    Matcher refusal = REFUSAL.matcher(section);
    assertThat(refusal.find()).isTrue();
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining(refusal.group(1));
    assertThat(isGrossOurs()).isFalse();
  }

  @Test
  void functions_are_ours_and_keep_what_hangs_on_them_when_they_are_adopted() {
    releaseInPython();
    assertThat(isGrossOurs()).isTrue();
    assertThat(project.query("SELECT obj_description('gross(numeric)'::regprocedure)"))
        .containsExactly("kept");
    assertGreen();
  }

  @Test
  void file_is_missed_when_nothing_is_ignored() {
    releaseInPython();
    project.configure(it -> it);
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayValidateException.class)
        .hasMessageContaining("Detected applied migration not resolved locally: gross");
  }

  @Test
  void earlier_release_starts_and_changes_nothing_when_it_ignores_what_it_misses() {
    releaseInPython();
    writeSql();
    assertThatThrownBy(() -> old().migrate())
        .hasMessageContaining("not resolved locally: function gross(numeric)");
    assertThat(old(IGNORED).migrate()).isZero();
    assertThat(isGrossOurs()).isTrue();
  }

  @Test
  void earlier_release_brings_its_function_back_when_the_history_was_repaired() {
    releaseInPython();
    project.configure(it -> it);
    project.flyway().repair();
    assertGreen();
    writeSql();
    old(IGNORED).migrate();
    assertThat(isGrossOurs()).isFalse();
  }

  @Test
  void sql_file_overwrites_the_python_file_in_a_new_database_when_it_is_not_deleted() {
    project.clean();
    write("python/pricing.py");
    project.with(it -> it.setAdopt(true));
    project.migrate();
    assertThat(isGrossOurs()).isFalse();
  }

  @Test
  void new_database_gets_all_when_adopting_or_when_a_migration_drops_what_another_made() {
    project.clean();
    writePython();
    assertThatThrownBy(project::migrate)
        .hasMessageContaining("net(numeric) is in the database already");
    project.clean().with(it -> it.setAdopt(true));
    project.migrate();
    assertGreen();
    project.clean().with(it -> {});
    write("sql/V3__net_in_python.sql");
    assertThat(project.migrate())
        .containsExactly(
            "V1", "V2", "V3", "function gross(numeric)", "function net(numeric)", "view prices");
    assertGreen();
  }

  @Test
  void function_is_there_again_when_a_later_release_drops_what_sql_had_made() {
    releaseInPython();
    write("sql/V3__net_in_python.sql");
    assertThat(project.migrate()).containsExactly("V3");
    assertGreen();
  }

  @Test
  void function_is_missing_until_the_next_migrate_when_there_is_no_callback() {
    releaseInPython();
    write("sql/V3__net_in_python.sql");
    project.callbacks();
    assertThat(project.migrate()).containsExactly("V3");
    assertThat(project.objects()).containsExactly("gross");
    assertThat(project.migrate()).containsExactly("function net(numeric)");
    assertGreen();
  }

  @Test
  void equal_functions_are_taken_over_silently_and_untouched() {
    releaseInPython();
    project.execute(
        "DELETE FROM flyway_schema_history WHERE description LIKE 'function %'",
        "DROP TABLE plpython_objects", "DROP TABLE IF EXISTS plpython_objects_releases");
    String before = project.query(IDENTITY).toString();
    assertThat(project.migrate()).hasSize(2);
    assertThat(project.query(IDENTITY).toString()).isEqualTo(before);
    assertGreen();
  }
}
