package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plpython.cli.Run.plpython;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

/** {@code plan --flyway}: Flyway's own configuration, and what its migrate would do. */
class PlanOfFlywayTest {
  private static final String SHOWN =
      """
      run version 1 book  SQL  (V1__book.sql)
      run repeatable function f(integer)  CUSTOM  (a.py)
      2 migrations to run

      create function public.f(integer)  new  (a.py)
      1 to create, 0 unchanged
      """;

  private final PlPythonDatabase database = EmbeddedPostgres.shared().createDatabase();
  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void writeProject() throws IOException {
    Files.createDirectories(folder.resolve("python"));
    Files.createDirectories(folder.resolve("sql"));
    Files.writeString(folder.resolve("sql/V1__book.sql"), "CREATE TABLE book (id int);\n");
    shop = new Shop(database, folder.resolve("python"));
    shop.write(Shop.F);
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private String toml() {
    return """
        [environments.default]
        url = "%s"
        user = "%s"

        [flyway]
        locations = ["filesystem:%s/sql"]

        [flyway.plpython]
        locations = ["filesystem:%s/python"]
        removalThreshold = 20
        protect = ["public.old(integer, text)"]
        """
        .formatted(database.jdbcUrl(), database.user(), folder, folder);
  }

  private Run plan(String name, String text, Map<String, String> environment, String... more)
      throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    List<String> arguments = new ArrayList<>(List.of("plan", "--flyway", file.toString()));
    arguments.addAll(List.of(more));
    return plpython(environment, arguments.toArray(String[]::new));
  }

  @Test
  void migrations_and_changes_are_shown_when_the_configuration_is_toml()
      throws IOException, SQLException {
    Run run = plan("flyway.toml", toml(), Map.of());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(SHOWN);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(shop.value("SELECT count(*) FROM pg_class WHERE relname LIKE 'flyway%'"))
        .isEqualTo("0");
    Run json = plan("flyway.toml", toml(), Map.of(), "--format", "json");
    assertThat(json.out()).startsWith("{\n  \"version\": 1,\n  \"tool\": \"flyway\",\n");
    assertThat(json.exitCode()).isEqualTo(2);
  }

  @Test
  void exit_code_tells_when_nothing_is_to_do_or_all_is_refused() throws IOException {
    Flyway.configure(new FlywayFile(Map.of()).read(write(toml())).getClassLoader())
        .configuration(new FlywayFile(Map.of()).read(write(toml())))
        .load()
        .migrate();
    Run done = plan("flyway.toml", toml(), Map.of());
    assertThat(done.out())
        .isEqualTo("0 migrations to run\n\nnothing to do: 1 object is as its source says\n");
    assertThat(done.exitCode()).isEqualTo(0);
    Files.writeString(folder.resolve("sql/V1__book.sql"), "CREATE TABLE edited (id int);\n");
    Run refused = plan("flyway.toml", toml(), Map.of());
    assertThat(refused.out()).startsWith("refused: Migration checksum mismatch");
    assertThat(refused.exitCode()).isEqualTo(1);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("flyway.toml"), text);
  }

  @Test
  void environment_comes_before_the_file_when_the_configuration_is_conf() throws IOException {
    String conf =
        """
        flyway.url=jdbc:postgresql://nowhere.invalid/none
        flyway.user=%s
        flyway.locations=filesystem:%s/sql
        flyway.plpython.locations=classpath:db/plpython
        """
            .formatted(database.user(), folder);
    Run run =
        plan(
            "flyway.conf",
            conf,
            Map.of(
                "FLYWAY_URL",
                database.jdbcUrl(),
                "FLYWAY_PLPYTHON_LOCATIONS",
                "filesystem:" + folder.resolve("python")));
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(SHOWN);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "filesystem:|classpath:|flyway.locations: classpath:|is on a class path, which the command line has not. Name its folder in the file, or for this run: FLYWAY_LOCATIONS=filesystem:src/main/resources/",
        "removalThreshold|removalTreshold|Wrong setting flyway.plpython.removalTreshold|Did you mean flyway.plpython.removalThreshold?",
        "[flyway.plpython]|[flyway.plpyton]|%FILE%: Flyway has no settings flyway.plpyton.|",
        "locations|locatoins|%FILE%: Flyway has no settings flyway.locatoins.|",
        "user =|user|%FILE%: |"
      })
  void one_message_says_so_when_the_file_is_wrong(
      String right, String wrong, String message, String advice) throws IOException {
    Run run =
        plan(
            "flyway.toml",
            toml().replaceFirst(java.util.regex.Pattern.quote(right), wrong),
            Map.of());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(message.replace("%FILE%", folder.resolve("flyway.toml").toString()))
        .contains(advice == null ? "" : advice);
  }

  @Test
  void one_message_says_so_when_options_do_not_go_together() throws IOException {
    assertThat(plan("flyway.toml", toml(), Map.of(), "--source", "x").err())
        .isEqualTo(
            "With --flyway, what --source says is in Flyway's file: leave one of them out.\n");
    assertThat(plan("flyway.toml", toml(), Map.of(), "--format", "sql").err())
        .startsWith("--format sql is not possible with --flyway");
    assertThat(plpython("plan", "--flyway", "no/such.toml").err())
        .isEqualTo("--flyway no/such.toml: there is no such file.\n");
    assertThat(plpython("plan", "--source", "x").err())
        .startsWith("Missing required option: '--url=JDBC'\nSee: plpython plan --help");
  }
}
