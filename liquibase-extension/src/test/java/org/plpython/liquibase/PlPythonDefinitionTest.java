package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import liquibase.ChecksumVersion;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.core.RawSQLChange;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;
import org.plpython.liquibase.definition.PlPythonDefinitionChange;

/** What the change type plpythonDefinition does in a changelog that people write. */
@ServerTest
class PlPythonDefinitionTest {
  private static final String INSIDE = "if a:\n    return 1\n    return 2\n";
  private static final String OUTSIDE = "if a:\n    return 1\nreturn 2\n";

  private final Project project;

  PlPythonDefinitionTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database).clean();
  }

  private void definition(String create, String statement, String... more) {
    project.write(
        "changelog.yaml",
        "databaseChangeLog:",
        "  - changeSet:",
        "      id: 1",
        "      author: a",
        "      runOnChange: true",
        "      changes:",
        "        - plpythonDefinition:",
        "            kind: function",
        "            name: answer()",
        "            definition: |",
        "              " + create + " FUNCTION answer() RETURNS integer LANGUAGE plpython3u AS $$",
        "              # ; -- 'it''s'",
        "              " + statement,
        "              $$",
        String.join("\n", more));
  }

  @Test
  void object_is_replaced_when_its_definition_is_edited() throws LiquibaseException {
    definition("CREATE OR REPLACE", "return 1");
    assertThat(project.update()).containsExactly("1");
    assertThat(project.update()).isEmpty();

    definition("CREATE OR REPLACE", "return 2", "            remarks: \"Ann's\"");

    assertThat(project.update()).containsExactly("1");
    assertThat(project.query("SELECT answer()")).containsExactly("2");
    assertThat(project.query("SELECT obj_description('answer()'::regprocedure, 'pg_proc')"))
        .containsExactly("Ann's");
    assertThat(project.query("SELECT current_setting('search_path')"))
        .containsExactly("\"$user\", public");
  }

  @Test
  void object_goes_when_a_new_one_is_rolled_back() throws LiquibaseException {
    definition("CREATE", "return 1");
    project.update();

    project.with(
        liquibase -> {
          liquibase.rollback(1, new Contexts(), new LabelExpression());
          return true;
        });

    assertThat(project.objects()).isEmpty();
  }

  /** L7: a drop would be the wrong way back. */
  @Test
  void rollback_is_refused_when_what_was_replaced_is_not_known() throws LiquibaseException {
    definition("CREATE OR REPLACE", "return 1");
    project.update();

    assertThatThrownBy(
            () ->
                project.with(
                    liquibase -> {
                      liquibase.rollback(1, new Contexts(), new LabelExpression());
                      return true;
                    }))
        .hasMessageContaining(
            "plpythonDefinition of answer() says OR REPLACE, and what it replaces is not known:"
                + " give it replacedDefinition, or the change set a <rollback>");
    assertThat(project.objects()).containsExactly("answer");
  }

  /** L5: an offline database answers no query. */
  @Test
  void script_is_the_same_when_nobody_is_connected() throws LiquibaseException {
    definition("CREATE", "return 1");

    String script = project.offline(Project::updateSql);

    String block =
        """
        DO $python1$
        DECLARE
          path CONSTANT text := current_setting('search_path');
          lookup CONSTANT text := set_config('search_path', %s, true);
        BEGIN
          EXECUTE $python$CREATE FUNCTION answer() RETURNS integer LANGUAGE plpython3u AS $$
        # ; -- 'it''s'
        return 1
        $$
        $python$;
          COMMENT ON ROUTINE answer() IS NULL;
          PERFORM set_config('search_path', path, true);
        END
        $python1$;
        """;
    assertThat(script).contains(block.formatted("path"));
    assertThat(project.updateSql())
        .contains(block.formatted("concat_ws(', ', 'public', nullif(path, ''))"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cockroachdb", "edb", "h2"})
  void changes_are_refused_when_the_database_is_another_one(String name) throws LiquibaseException {
    Change change = ours(INSIDE);
    Database other = DatabaseFactory.getInstance().getDatabase(name);

    assertThat(change.supports(other)).isFalse();
    assertThat(change.validate(other).getErrorMessages())
        .containsExactly(
            "plpythonDefinition is for PostgreSQL alone, not for %s: give its change set dbms=\"postgresql\", or take it out"
                .formatted(name));
  }

  @Test
  void mistakes_are_told_together() {
    project.write(
        "changelog.yaml",
        "databaseChangeLog:",
        "  - changeSet:",
        "      id: 1",
        "      author: a",
        "      changes:",
        "        - plpythonDefinition: {kind: aggregate, table: book}",
        "        - plpythonDefinition: {kind: trigger, table: book, name: a, definition: SELECT 1}",
        "        - dropPlpythonFunction: {function: shop.f}",
        "        - dropPlpythonTrigger: {table: book}");

    assertThatThrownBy(project::update)
        .message()
        .contains(
            "plpythonDefinition wants kind: one of function, procedure, window function, trigger, event trigger",
            "plpythonDefinition wants name: as SQL, a function's with its argument types",
            "plpythonDefinition wants table: the table of a trigger, and of nothing else",
            "plpythonDefinition wants definition: a CREATE TRIGGER statement",
            "dropPlpythonFunction wants function: its name with its argument types, such as shop.gross_price(numeric)",
            "dropPlpythonTrigger wants name, and the table if it is no event trigger, such as table: shop.book, name: clean_isbn");
  }

  private static String checksum(ChecksumVersion version, Change change) throws Exception {
    return Scope.child(
        Map.of(Scope.Attr.checksumVersion.name(), version),
        () -> change.generateCheckSum().getStoredCheckSum());
  }

  private static Change ours(String body) {
    PlPythonDefinitionChange change = new PlPythonDefinitionChange();
    change.setKind("function");
    change.setName("f()");
    change.setDefinition(body);
    return change;
  }

  private static Change theirs(String body) {
    return new RawSQLChange(body);
  }

  /** L1: Liquibase removes all white space from what it hashes. */
  @Test
  void checksum_differs_when_a_line_is_indented_otherwise() throws Exception {
    ChecksumVersion version = ChecksumVersion.latest();

    assertThat(checksum(version, theirs(INSIDE))).isEqualTo(checksum(version, theirs(OUTSIDE)));
    assertThat(checksum(version, ours(INSIDE))).isNotEqualTo(checksum(version, ours(OUTSIDE)));
  }

  @Test
  void checksum_is_the_same_when_lines_end_otherwise_and_in_each_version() throws Exception {
    assertThat(checksum(ChecksumVersion.V8, ours(INSIDE)))
        .isEqualTo(checksum(ChecksumVersion.V9, ours(INSIDE)))
        .isEqualTo(checksum(ChecksumVersion.V9, ours(INSIDE.replace("\n", "\r\n"))))
        .isNotEqualTo(checksum(ChecksumVersion.V9, ours(INSIDE + " ")));
  }
}
