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

/** Python files that run once, among SQL migrations. */
@ServerTest
class ScriptMigrationTest {
  private final Project project;

  ScriptMigrationTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database).clean();
    project.write(
        "sql/V1__book.sql",
        "CREATE TABLE book (id int, isbn text);",
        "INSERT INTO book VALUES (1, '1-2'), (2, '3-4'), (3, '56');");
    project.write(
        "python/isbn.py",
        "from plpython import plfunction",
        "",
        "",
        "def plain(isbn):",
        "    if not isbn:",
        "        raise ValueError('no isbn')",
        "    return isbn.replace('-', '')",
        "",
        "",
        "@plfunction",
        "def clean(isbn: str) -> str:",
        "    return plain(isbn)");
    project.write(
        "python/V2__normalise_isbns.py",
        "\"\"\"Takes hyphens out.\"\"\"",
        "from plpython import plpy",
        "from isbn import clean",
        "",
        "",
        "def migrate(plpy):",
        "    plan = plpy.prepare('UPDATE book SET isbn = $1 WHERE id = $2', ['text', 'int'])",
        "    for row in plpy.cursor(\"SELECT * FROM book WHERE isbn LIKE '%-%'\"):",
        "        plan.execute([clean(row['isbn']), row['id']])",
        "",
        "",
        "if __name__ == '__main__':",
        "    migrate(plpy)");
    project.write("sql/V3__check.sql", "ALTER TABLE book ADD CHECK (isbn NOT LIKE '%-%');");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void file_runs_once_in_its_place_among_sql_when_it_is_named_like_a_migration(boolean isGroup) {
    project.configure(it -> it.group(isGroup));
    assertThat(project.migrate()).containsExactly("V0", "V1", "V2", "V3", "function clean(text)");
    assertThat(project.query("SELECT isbn FROM book ORDER BY id"))
        .containsExactly("12", "34", "56");
    assertThat(project.migrate()).isEmpty();
    project.flyway().validate();
    MigrationInfo info =
        Arrays.stream(project.flyway().info().all())
            .filter(it -> String.valueOf(it.getVersion()).equals("2"))
            .findFirst()
            .orElseThrow();
    assertThat(info.getDescription()).isEqualTo("normalise isbns");
    assertThat(info.getScript()).isEqualTo("V2__normalise_isbns.py");
    assertThat(info.getType().name()).isEqualTo("CUSTOM");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothing_is_kept_and_the_authors_lines_are_named_when_it_fails(boolean isGroup) {
    project.configure(it -> it.group(isGroup));
    project.write("sql/V1.1__bad.sql", "INSERT INTO book VALUES (4, '-'), (5, '');");
    project.write(
        "python/V2__normalise_isbns.py",
        "from plpython import plpy",
        "from isbn import clean",
        "",
        "plpy.execute('DELETE FROM book WHERE id = 1')",
        "for row in plpy.execute('SELECT isbn FROM book ORDER BY id'):",
        "    clean(row['isbn'])");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("V2__normalise_isbns.py failed: ERROR: ValueError: no isbn")
        .hasMessageContaining("V2__normalise_isbns.py\", line 6, in <module>")
        .hasMessageContaining("    clean(row['isbn'])")
        .hasMessageContaining("isbn.py\", line 6, in plain")
        .hasMessageContaining("    raise ValueError('no isbn')");
    assertThat(project.query(isGroup ? "SELECT to_regclass('book')" : "SELECT count(*) FROM book"))
        .isEqualTo(java.util.Collections.singletonList(isGroup ? null : "5"));
  }

  @Test
  void validate_fails_when_it_is_edited_and_not_when_what_it_imports_is() {
    project.migrate();
    project.write(
        "python/isbn.py",
        "from plpython import plfunction",
        "@plfunction",
        "def clean(isbn: str) -> str:",
        "    return isbn");
    assertThat(project.migrate()).containsExactly("function clean(text)");
    project.flyway().validate();
    project.write("python/V2__normalise_isbns.py", "print('other')");
    assertThatThrownBy(() -> project.flyway().validate())
        .isInstanceOf(FlywayValidateException.class)
        .hasMessageContaining("Migration checksum mismatch for migration version 2");
  }

  @Test
  void it_is_left_out_when_it_is_not_above_the_baseline() {
    project.execute("CREATE TABLE there (id int)");
    project.configure(it -> it.baselineOnMigrate(true).baselineVersion("2"));
    project.write("sql/V3__check.sql", "SELECT 1;");
    assertThat(project.migrate()).containsExactly("V3", "function clean(text)");
    project.flyway().validate();
  }

  @Test
  void it_runs_late_when_out_of_order_is_allowed() {
    project.migrate();
    project.write(
        "python/V2.1__late.py",
        "from plpython import plpy",
        "plpy.execute(\"INSERT INTO book VALUES (9, '9')\")");
    project.configure(it -> it.outOfOrder(true));
    assertThat(project.migrate()).containsExactly("V2.1");
    assertThat(project.query("SELECT isbn FROM book WHERE id = 9")).containsExactly("9");
  }

  @Test
  void flyway_says_so_when_an_sql_file_has_the_same_version() {
    project.write("sql/V2__same.sql", "SELECT 1;");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("Found more than one migration with version 2")
        .hasMessageContaining("V2__normalise_isbns.py");
  }

  @Test
  void it_may_commit_when_its_settings_take_it_out_of_the_transaction() {
    project.write("python/V2__normalise_isbns.py.conf", "executeInTransaction=false");
    project.write(
        "python/V2__normalise_isbns.py",
        "from plpython import plpy",
        "plpy.execute('DELETE FROM book WHERE id = 1')",
        "plpy.commit()",
        "plpy.execute('DELETE FROM book WHERE id = 2')",
        "raise RuntimeError('later')");
    assertThatThrownBy(project::migrate)
        .hasMessageContaining("V2__normalise_isbns.py\", line 5, in <module>");
    assertThat(project.query("SELECT id FROM book ORDER BY id")).containsExactly("2", "3");
  }

  @Test
  void mistakes_are_shown_together_when_there_are_some() {
    project.write("python/V2__normalise_isbns.py.conf", "executeInTransaction=no", "other=1");
    project.write(
        "python/V4__installs.py",
        "from plpython import plfunction",
        "@plfunction",
        "def f() -> int:",
        "    return 1");
    project.write("python/V5__syntax.py", "for in x");
    project.write("python/V6_misnamed.py", "print(1)");
    project.configure(it -> it.validateMigrationNaming(true));
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining(
            "V2__normalise_isbns.py.conf:1:1: error: 'executeInTransaction=no' is no setting")
        .hasMessageContaining("V2__normalise_isbns.py.conf:2:1: error: 'other=1' is no setting")
        .hasMessageContaining(
            "V4__installs.py:3:1: error: 'f' is declared in a migration, which runs once")
        .hasMessageContaining("V5__syntax.py:1:5: error: ")
        .hasMessageContaining(
            "V6_misnamed.py:1:1: error: the name is like that of a migration, and is none")
        .hasMessageContaining("A migration is named like V7__what_it_does.py");
  }

  @Test
  void older_python_of_the_server_names_the_line_when_it_does_not_take_the_file() {
    project.write(
        "python/V2__normalise_isbns.py", "x = 1", "type Alias[T = int] = list[T]  # Python 3.13");
    project.write("sql/V3__check.sql", "SELECT 1;");
    if (String.valueOf(project.query("SHOW server_version_num").get(0)).compareTo("160000") < 0) {
      assertThatThrownBy(project::migrate)
          .hasMessageContaining("V2__normalise_isbns.py:2: ERROR: SyntaxError: invalid syntax");
    } else {
      assertThat(project.migrate()).startsWith("V0", "V1", "V2");
    }
  }

  @Test
  void it_is_a_program_of_its_own_when_the_session_goes_on() {
    project.write(
        "python/V2__normalise_isbns.py",
        "import sys",
        "from dataclasses import dataclass",
        "from plpython import plpy",
        "",
        "",
        "@dataclass",
        "class Row:",
        "    n: 'int'",
        "",
        "",
        "found = [key for key in sys.modules if key.startswith('_plpython.__plpython_inline')]",
        "main = sys.modules['__main__'].Row is Row",
        "plan = plpy.prepare('INSERT INTO book VALUES ($1, $2)', ['int', 'text'])",
        "plan.execute([Row(7).n, f'{__name__} {len(found)} {main}'])");
    project.write(
        "python/V2.5__after.py",
        "import sys",
        "from plpython import plpy",
        "left = [key for key in sys.modules if 'inline_block' in key]",
        "plan = plpy.prepare('INSERT INTO book VALUES (8, $1)', ['text'])",
        "plan.execute([f\"{hasattr(sys.modules['__main__'], 'left')} {len(left)}\"])");
    project.write("sql/V3__check.sql", "SELECT 1;");
    project.configure(it -> it.group(true)).migrate();
    assertThat(project.query("SELECT isbn FROM book WHERE id = 7"))
        .containsExactly("__main__ 0 True");
    assertThat(project.query("SELECT isbn FROM book WHERE id = 8")).containsExactly("True 0");
  }

  @Test
  void nothing_fails_when_it_has_run_and_what_it_imported_is_gone() {
    project.migrate();
    project.write(
        "python/isbn.py",
        "from plpython import plfunction",
        "@plfunction(name='clean')",
        "def cleaned(isbn: str) -> str:",
        "    return isbn");
    assertThat(project.migrate()).containsExactly("function clean(text)");
    project.flyway().validate();
    project.write("python/V4__next.py", "from isbn import clean");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("V4__next.py:1:18: error: 'isbn' has no 'clean'");
  }

  @Test
  void error_is_shown_alone_when_it_has_no_traceback() {
    project.write(
        "python/V2__normalise_isbns.py",
        "from plpython import plpy",
        "plpy.execute('SELECT pg_terminate_backend(pg_backend_pid())')");
    assertThatThrownBy(project::migrate)
        .hasMessageContaining("terminating connection due to administrator command")
        .hasMessageNotContaining("Traceback");
  }

  @Test
  void file_and_line_are_named_when_another_file_imports_it() {
    project.write(
        "python/isbn.py",
        "from plpython import plfunction",
        "import V2__normalise_isbns",
        "@plfunction",
        "def clean(isbn: str) -> str:",
        "    return V2__normalise_isbns.migrate(None)");
    project.write("python/V4__again.py", "from V2__normalise_isbns import migrate");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("isbn.py:2:8: error: 'V2__normalise_isbns' is a migration")
        .hasMessageContaining("V4__again.py:1:33: error: 'V2__normalise_isbns' is a migration");
  }

  @Test
  void imports_of_plpython_are_checked_as_in_any_file() {
    project.write("python/V4__mixed.py", "from plpython import plpy; import json");
    project.write(
        "python/V5__late.py", "def migrate():", "    from plpython import plpy", "migrate()");
    project.write("python/V6__missing.py", "from plpython import plpyy");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("V4__mixed.py:1:22: error: this line does not import plpython alone")
        .hasMessageContaining("V5__late.py:2:26: error: 'plpy' is imported when a function is")
        .hasMessageContaining("V6__missing.py:1:22: error: plpython has no 'plpyy'");
  }

  @Test
  void imports_are_found_when_the_version_has_a_point_and_the_file_lies_in_a_package() {
    project.write("python/shop/prices.py", "VAT = 19");
    project.write(
        "python/shop/V2.1__prices.py",
        "from plpython import plpy",
        "from isbn import plain",
        "from .prices import VAT",
        "plan = plpy.prepare('INSERT INTO book VALUES ($1, $2)', ['int', 'text'])",
        "plan.execute([VAT, plain('a-b') + __name__])");
    project.migrate();
    assertThat(project.query("SELECT isbn FROM book WHERE id = 19")).containsExactly("ab__main__");
  }

  @Test
  void it_may_commit_when_flyway_runs_everything_without_a_transaction() {
    project.write(
        "python/V2__normalise_isbns.py",
        "from plpython import plpy",
        "plpy.execute('DELETE FROM book WHERE id = 1')",
        "plpy.commit()");
    project.write("sql/V3__check.sql", "SELECT 1;");
    project.configure(it -> it.executeInTransaction(false)).migrate();
    assertThat(project.query("SELECT id FROM book ORDER BY id")).containsExactly("2", "3");
  }

  @Test
  void authors_lines_are_named_when_a_function_that_it_calls_in_sql_fails() {
    project.migrate();
    project.write(
        "python/V4__calls.py",
        "from plpython import plpy",
        "",
        "plpy.execute(\"SELECT clean('')\")");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("V4__calls.py\", line 3, in <module>");
  }
}
