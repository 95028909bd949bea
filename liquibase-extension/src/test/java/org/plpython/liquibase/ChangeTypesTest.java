package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;

/** The change types in changelogs of each format. */
@ServerTest
class ChangeTypesTest {
  private final Project project;

  ChangeTypesTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database).clean();
    project.execute("CREATE TABLE book (id int, isbn text)");
    function("return 1");
    project.write("db/python/helper.py", "def one() -> int:", "    return 1");
    project.write(
        "db/python/clean.py",
        "from plpython import pltrigger",
        "@pltrigger(event='INSERT', when='BEFORE', table='book', name='clean')",
        "def clean_isbn(new):",
        "    new.isbn = new.isbn.replace('-', '')");
  }

  private void function(String statement) {
    project.write(
        "db/python/a.py",
        "from plpython import plfunction",
        "import helper",
        "@plfunction",
        "def a() -> int:",
        "    " + statement,
        "@plfunction",
        "def b() -> int:",
        "    return helper.one()");
  }

  private static String[] xml(String... changes) {
    return new String[] {
      "<databaseChangeLog xmlns='http://www.liquibase.org/xml/ns/dbchangelog'",
      "  xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'",
      "  xmlns:plpython='https://plpython.org/xml/ns/liquibase'",
      "  xmlns:ext='http://www.liquibase.org/xml/ns/dbchangelog-ext'",
      "  xsi:schemaLocation='http://www.liquibase.org/xml/ns/dbchangelog",
      "    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd",
      "    http://www.liquibase.org/xml/ns/dbchangelog-ext",
      "    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-ext.xsd",
      "    https://plpython.org/xml/ns/liquibase",
      "    https://plpython.org/xml/ns/liquibase/plpython.xsd'>",
      "<changeSet id='f' author='a' runOnChange='true'>",
      String.join("\n", changes),
      "</changeSet></databaseChangeLog>"
    };
  }

  @Test
  void function_of_a_file_is_installed_and_an_edit_redeploys_it() throws LiquibaseException {
    project
        .changelog("db/changelog.xml")
        .write(
            "db/changelog.xml",
            xml(
                "<plpython:plpythonFunction path='python/a.py' function='b'"
                    + " relativeToChangelogFile='true'/>"));
    assertThat(project.update()).containsExactly("f");
    assertThat(project.objects()).containsExactly("b");
    assertThat(project.update()).isEmpty();
    project.write("db/python/helper.py", "def one() -> int:", "    return 11");
    assertThat(project.update()).containsExactly("f");
    assertThat(project.query("SELECT b()")).containsExactly("11");
  }

  @Test
  void source_in_the_changelog_is_installed_to_the_character() throws LiquibaseException {
    project
        .changelog("changelog.xml")
        .write(
            "changelog.xml",
            xml(
                "<ext:plpythonFunction><![CDATA[",
                "from plpython import plfunction",
                "@plfunction",
                "def text() -> str:",
                "    return \"\"\"$$;${nobodys}",
                "\t<&>\"\"\"",
                "]]></ext:plpythonFunction>"));
    assertThat(project.update()).containsExactly("f");
    assertThat(project.query("SELECT text()")).containsExactly("$$;${nobodys}\n\t<&>");
  }

  @Test
  void schema_refuses_an_unknown_attribute() {
    project
        .changelog("changelog.xml")
        .write("changelog.xml", xml("<plpython:plpythonFunction file='python/a.py'/>"));
    assertThatThrownBy(project::update).hasMessageContaining("'file' is not allowed");
  }

  @Test
  void trigger_is_installed_with_its_function_and_both_are_rolled_back() throws LiquibaseException {
    project.write(
        "changelog.yaml",
        "databaseChangeLog:",
        "  - changeSet:",
        "      id: t",
        "      author: a",
        "      runOnChange: true",
        "      changes:",
        "        - plpythonTrigger: {path: db/python/clean.py}");
    assertThat(project.update()).containsExactly("t");
    assertThat(project.query("INSERT INTO book VALUES (1, '1-2') RETURNING isbn"))
        .containsExactly("12");
    project.with(
        liquibase -> {
          liquibase.rollback(1, "");
          return 0;
        });
    assertThat(project.objects()).isEmpty();
  }

  @Test
  void folder_is_installed_and_pruned_in_one_change_set() throws LiquibaseException {
    project
        .changelog("changelog.json")
        .write(
            "changelog.json",
            "{\"databaseChangeLog\": [{\"changeSet\": {\"id\": \"s\", \"author\": \"a\",",
            " \"runOnChange\": true, \"changes\": [{\"plpythonSync\": {\"path\": \"db/python\"}}]}}]}");
    assertThat(project.update()).containsExactly("s");
    assertThat(project.objects()).containsExactly("a", "b", "book.clean", "clean_isbn");
    assertThat(project.update()).isEmpty();
    project.delete("db/python/clean.py");
    assertThat(project.update()).containsExactly("s");
    assertThat(project.objects()).containsExactly("a", "b");
    assertThatThrownBy(
            () ->
                project.with(
                    liquibase -> {
                      liquibase.rollback(1, "");
                      return 0;
                    }))
        .hasMessageContaining("plpythonSync does not know which of its objects");
  }

  @Test
  void script_runs_once_with_its_helpers_and_errors_name_its_lines() throws LiquibaseException {
    project.execute("INSERT INTO book VALUES (1, '1-2')");
    project.write(
        "db/python/normalise.py",
        "import plpy",
        "import helper",
        "for row in plpy.execute('SELECT id, isbn FROM book'):",
        "    plan = plpy.prepare('UPDATE book SET isbn = $1', ['text'])",
        "    plan.execute([row['isbn'].replace('-', '') + str(helper.one())])");
    project.write(
        "changelog.yaml",
        "databaseChangeLog:",
        "  - changeSet:",
        "      id: r",
        "      author: a",
        "      changes:",
        "        - plpythonRun: {path: db/python/normalise.py}",
        "  - changeSet:",
        "      id: wrong",
        "      author: a",
        "      changes:",
        "        - plpythonRun:",
        "            body: |",
        "              one = 1",
        "              one / 0");
    assertThatThrownBy(project::update)
        .hasMessageContaining("ZeroDivisionError")
        .hasMessageContaining("inline.py\", line 2");
    assertThat(project.query("SELECT isbn FROM book")).containsExactly("121");
    assertThat(project.pending()).containsExactly("wrong");
  }

  @Test
  void missing_file_and_mistakes_are_validation_errors() {
    project.write(
        "changelog.yaml",
        "databaseChangeLog:",
        "  - changeSet:",
        "      id: gone",
        "      author: a",
        "      changes:",
        "        - plpythonFunction: {path: db/python/gone.py}",
        "  - changeSet:",
        "      id: several",
        "      author: a",
        "      changes:",
        "        - plpythonFunction: {path: db/python/a.py}",
        "  - changeSet:",
        "      id: neither",
        "      author: a",
        "      changes:",
        "        - plpythonTrigger: {trigger: x}");
    assertThatThrownBy(project::update)
        .hasMessageContaining("There is no file db/python/gone.py on Liquibase's search path.")
        .hasMessageContaining("finds more than one function")
        .hasMessageContaining("a(), b()")
        .hasMessageContaining("wants either path, a file of Python, or the source itself");
  }

  @Test
  void re_indented_statement_is_redeployed_by_us_and_missed_by_sql_file()
      throws LiquibaseException {
    project.write(
        "changelog.yaml",
        "databaseChangeLog:",
        "  - changeSet:",
        "      id: ours",
        "      author: a",
        "      runOnChange: true",
        "      changes:",
        "        - plpythonFunction: {path: loop.py}",
        "  - changeSet:",
        "      id: theirs",
        "      author: a",
        "      runOnChange: true",
        "      changes:",
        "        - sqlFile: {path: loop.sql, splitStatements: false}");
    loop("        ");
    assertThat(project.update()).containsExactly("ours", "theirs");
    loop("    ");
    assertThat(project.update()).containsExactly("ours");
    assertThat(project.query("SELECT ours() || ' ' || theirs()")).containsExactly("1 3");
  }

  private void loop(String indentation) {
    String[] body = {"n = 0", "    for i in range(3):", "        pass", indentation + "n += 1"};
    project.write(
        "loop.py",
        "from plpython import plfunction",
        "@plfunction",
        "def ours() -> int:",
        "    " + String.join("\n", body),
        "    return n");
    project.write(
        "loop.sql",
        "CREATE OR REPLACE FUNCTION theirs() RETURNS int LANGUAGE plpython3u AS $f$",
        "if True:",
        "    " + String.join("\n", body),
        "return n",
        "$f$");
  }

  @Test
  void folder_that_is_not_there_is_an_error_and_removes_nothing() throws LiquibaseException {
    String[] changelog = {
      "databaseChangeLog:",
      "  - changeSet:",
      "      id: s",
      "      author: a",
      "      runOnChange: true",
      "      changes:",
    };
    project.write("changelog.yaml", with(changelog, "db/python"));
    project.update();
    project.write("changelog.yaml", with(changelog, "db/pyhton"));
    assertThatThrownBy(project::update)
        .hasMessageContaining("There is no Python file in db/pyhton on Liquibase's search path.");
    assertThat(project.objects()).containsExactly("a", "b", "book.clean", "clean_isbn");
  }

  private static String[] with(String[] changelog, String folder) {
    return Stream.concat(
            Arrays.stream(changelog), Stream.of("        - plpythonSync: {path: " + folder + "}"))
        .toArray(String[]::new);
  }
}
