package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plpython.cli.Run.plpython;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

/** {@code plan --liquibase}: a changelog, or Liquibase's own file, and what its update would do. */
class PlanOfLiquibaseTest {
  private final PlPythonDatabase database = EmbeddedPostgres.shared().createDatabase();

  /** Below the folder that the tests run in, as Liquibase searches that. */
  @TempDir(factory = BelowTarget.class)
  private Path folder;

  private Shop shop;

  @BeforeEach
  void writeProject() throws IOException {
    Files.createDirectories(folder.resolve("python"));
    write(
        "changelog.yaml",
        """
        databaseChangeLog:
          - changeSet:
              id: book
              author: me
              changes:
                - sql: {sql: CREATE TABLE book (id int)}
          - include: {file: python, relativeToChangelogFile: true}
        """);
    shop = new Shop(database, folder.resolve("python"));
    shop.write(Shop.F);
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Run plan(Path file, String... more) {
    List<String> arguments = new ArrayList<>(List.of("plan", "--liquibase", file.toString()));
    arguments.addAll(List.of(more));
    return plpython(arguments.toArray(String[]::new));
  }

  private Run planOfChangelog(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("--url", database.jdbcUrl(), "--user", database.user()));
    arguments.addAll(List.of(more));
    return plan(folder.resolve("changelog.yaml"), arguments.toArray(String[]::new));
  }

  private String shown() {
    return """
        run change set book by me  sql  (%s/changelog.yaml)
        run change set function f(integer)  plpythonObject  (%s/python)
        run change set removed objects  plpythonRemoval  (%s/python)
        3 change sets to run

        create function public.f(integer)  new  (a.py)
        1 to create, 0 unchanged
        """
        .replace("%s", folder.toString());
  }

  private String properties() {
    return """
        url=%s
        username=%s
        changelogFile=%s/changelog.yaml
        """
        .formatted(database.jdbcUrl(), database.user(), folder);
  }

  @Test
  void change_sets_and_changes_are_shown_and_nothing_is_written_when_it_is_a_changelog()
      throws SQLException {
    Run run = planOfChangelog();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(shown());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(shop.value("SELECT count(*) FROM pg_class WHERE relname LIKE 'databasechange%'"))
        .isEqualTo("0");
    Run json = planOfChangelog("--format", "json");
    assertThat(json.out()).startsWith("{\n  \"version\": 1,\n  \"tool\": \"liquibase\",\n");
    assertThat(json.exitCode()).isEqualTo(2);
  }

  @Test
  void exit_code_is_1_when_the_plan_is_refused() throws SQLException {
    shop.execute("CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql RETURN a");
    Run run = planOfChangelog();
    assertThat(run.out()).contains("liquibase.plpython.adopt=true");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void everything_is_in_the_file_when_it_is_liquibases() throws IOException {
    Path file = Path.of(write("liquibase.properties", properties()));
    Run run = plan(file);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(shown());
    assertThat(run.exitCode()).isEqualTo(2);
    write("liquibase.properties", properties() + "liquibase.plpython.adopt=maybe\n");
    assertThat(plan(file).err())
        .contains("liquibase.plpython.adopt (file ", "): 'maybe' is not possible");
    write("liquibase.properties", properties().replace("changelog.yaml", "none.yaml"));
    assertThat(plan(file).err()).contains("none.yaml does not exist").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "changelog.yaml|--adopt|With --liquibase, --adopt has no meaning: set it as Liquibase's updates do, by LIQUIBASE_PLPYTHON_*.",
        "changelog.yaml|--format=sql|--format sql is not possible with --liquibase, as Liquibase's own update-sql writes that.",
        "changelog.yaml|--color=never|Missing required option: '--url=JDBC'",
        "x.properties|--url=x|With --liquibase, what --url says is in Liquibase's file: leave one of them out.",
        "no.yaml|--color=never|there is no such file."
      })
  void one_message_says_so_when_options_do_not_go_together(
      String file, String option, String message) {
    Run run = plan(folder.resolve(file), option);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}
