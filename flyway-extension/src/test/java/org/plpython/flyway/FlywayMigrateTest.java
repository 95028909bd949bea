package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

class FlywayMigrateTest {
  @TempDir Path folder;
  private PlPythonDatabase database;
  private Project project;

  @BeforeEach
  void freshProject() {
    database = EmbeddedPostgres.shared().createDatabase();
    project = new Project(folder, database);
    writePricing("", "    return a // 2", "half(a) + 1", "a");
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void each_object_is_one_repeatable_when_first_migrated() {
    withTrigger();
    assertThat(project.migrate())
        .containsExactly(
            "V0",
            "V1",
            "function clean()",
            "function other(integer)",
            "function price(integer)",
            "trigger book.clean");
    MigrationInfo[] all = project.flyway().info().all();
    MigrationInfo price = all[4];
    assertThat(price.getDescription()).isEqualTo("function price(integer)");
    assertThat(price.getType().name()).isEqualTo("CUSTOM");
    assertThat(price.getScript()).isEqualTo("pricing.py");
    assertThat(price.getVersion()).isNull();
    assertThat(query("SELECT price(4)")).containsExactly("3");
  }

  @Test
  void nothing_runs_when_migrated_again() {
    withTrigger();
    project.migrate();
    assertThat(project.migrate()).isEmpty();
    project.flyway().validate();
  }

  @Test
  void only_the_edited_function_runs_when_one_is_edited() {
    project.migrate();
    writePricing(
        "# a comment, so that the functions move", "    return a // 2", "half(a) + 1", "-a");
    assertThat(project.migrate()).containsExactly("function other(integer)");
    assertThat(query("SELECT other(1)")).containsExactly("-1");
  }

  @Test
  void function_runs_again_when_only_the_indentation_of_its_helper_is_edited() {
    writePricing("", "    return a // 2", "(half(a) or 0) + 1", "a");
    project.migrate();
    assertThat(query("SELECT price(8)")).containsExactly("5");
    writePricing("", "        return a // 2", "(half(a) or 0) + 1", "a");
    assertThat(project.migrate()).containsExactly("function price(integer)");
    assertThat(query("SELECT price(8)")).containsExactly("1");
  }

  @Test
  void trigger_function_alone_runs_when_its_body_is_edited() throws SQLException {
    withTrigger();
    project.migrate();
    execute("ALTER TABLE book DISABLE TRIGGER clean");
    writeTrigger("new.isbn = 'edited'", "BEFORE");
    assertThat(project.migrate()).containsExactly("function clean()");
    assertThat(query("SELECT tgenabled FROM pg_trigger WHERE tgname = 'clean'"))
        .containsExactly("D");
  }

  @Test
  void trigger_alone_runs_and_stays_disabled_when_its_options_are_edited() throws SQLException {
    withTrigger();
    project.migrate();
    execute("ALTER TABLE book DISABLE TRIGGER clean");
    writeTrigger("new.isbn = new.isbn.replace('-', '')", "AFTER");
    assertThat(project.migrate()).containsExactly("trigger book.clean");
    assertThat(query("SELECT tgenabled FROM pg_trigger WHERE tgname = 'clean'"))
        .containsExactly("D");
  }

  @Test
  void trigger_fires_for_each_row_when_rows_are_updated_in_bulk_and_by_a_later_migration() {
    withTrigger();
    project.migrate();
    assertThat(query("UPDATE book SET isbn = isbn || '-x' RETURNING isbn"))
        .containsExactly("1x", "2x", "3x");
    project.write("sql/V2__more.sql", "UPDATE book SET isbn = isbn || '-y-' || id;");
    assertThat(project.migrate()).containsExactly("V2");
    assertThat(query("SELECT isbn FROM book ORDER BY id")).containsExactly("1xy1", "2xy2", "3xy3");
  }

  @Test
  void nothing_is_done_when_sources_hold_mistakes() {
    project.write(
        "python/wrong.py",
        "from plpython import plfunction",
        "@plfunction",
        "def f(a):",
        "    return a");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("wrong.py:3:7: error: parameter 'a' has no annotation")
        .hasMessageContaining("wrong.py:3:1: error: 'f' has no return annotation")
        .hasMessageContaining("2 errors in the Python sources");
    assertThat(query("SELECT 1 FROM pg_class WHERE relname = 'flyway_schema_history'")).isEmpty();
  }

  @Test
  void migrate_fails_with_advice_when_the_folder_is_missing() {
    Project empty = new Project(folder.resolve("empty"), database);
    assertThatThrownBy(empty::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("There is no Python file in filesystem:")
        .hasMessageContaining("name the folder that holds them");
  }

  @Test
  void migrate_fails_when_python_lies_in_flyways_own_location() {
    assertThatThrownBy(
            () -> {
              var configuration =
                  org.flywaydb.core.Flyway.configure()
                      .dataSource(database.dataSource())
                      .locations("filesystem:" + folder);
              PlPythonConfiguration.of(configuration)
                  .setLocations(List.of("filesystem:" + folder.resolve("python")));
              configuration.load().migrate();
            })
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("overlap");
  }

  @Test
  void file_and_line_are_named_when_the_server_refuses_a_trigger() {
    withTrigger();
    project.write(
        "python/lost.py",
        "from plpython import pltrigger",
        "",
        "",
        "@pltrigger(event='INSERT', when='BEFORE', table='no_such_table')",
        "def lost(new):",
        "    pass");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("lost.py:4: cannot install the trigger no_such_table.lost")
        .hasMessageContaining("there is no table no_such_table")
        .hasMessageContaining("Create the table in a versioned migration");
  }

  @Test
  void function_is_made_again_with_its_grants_when_its_result_type_changes() throws SQLException {
    project.migrate();
    execute("GRANT EXECUTE ON FUNCTION price(int) TO pg_monitor");
    project.write(
        "python/pricing.py",
        "from plpython import plfunction",
        "@plfunction",
        "def price(a: int) -> str:",
        "    return str(a)",
        "@plfunction",
        "def other(a: int) -> int:",
        "    return a");
    project.migrate();
    assertThat(
            query(
                "SELECT pg_typeof(price(1)) || ' ' || proacl::text FROM pg_proc WHERE proname = 'price'"))
        .containsExactly("text {postgres=X/postgres,pg_monitor=X/postgres,=X/postgres}");
  }

  @Test
  void advice_is_given_when_the_database_has_no_plpython() throws SQLException {
    execute("DROP EXTENSION plpython3u");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("has no PL/Python yet")
        .hasMessageContaining("CREATE EXTENSION plpython3u");
  }

  @Test
  void advice_is_given_when_the_role_may_not_use_plpython() throws SQLException {
    String role = "app_of_" + database.name();
    execute("CREATE ROLE " + role);
    execute("GRANT CREATE ON SCHEMA public TO " + role);
    project.initSql("SET ROLE " + role);
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("the role " + role + " may not use the language plpython3u")
        .hasMessageContaining("only a superuser may install its functions");
  }

  @Test
  void locations_are_found_when_nothing_is_configured() {
    List<String> resolved =
        Arrays.stream(
                org.flywaydb.core.Flyway.configure()
                    .dataSource(database.dataSource())
                    .load()
                    .info()
                    .all())
            .map(MigrationInfo::getDescription)
            .toList();
    assertThat(resolved).containsExactly("on the class path", "function from_class_path()");
  }

  /** A file with the functions price, which uses a helper, and other, which does not. */
  private void writePricing(String comment, String lastOfHelper, String price, String other) {
    project.write(
        "python/pricing.py",
        "from plpython import plfunction",
        comment,
        "def half(a):",
        "    if a > 10:",
        "        a = a - 1",
        lastOfHelper,
        "@plfunction",
        "def price(a: int) -> int:",
        "    return " + price,
        "@plfunction",
        "def other(a: int) -> int:",
        "    return " + other);
  }

  private void withTrigger() {
    project.write(
        "sql/V1__book.sql",
        "CREATE TABLE book (id int PRIMARY KEY, isbn text);",
        "INSERT INTO book VALUES (1, '1'), (2, '2'), (3, '3');");
    writeTrigger("new.isbn = new.isbn.replace('-', '')", "BEFORE");
  }

  private void writeTrigger(String statement, String when) {
    project.write(
        "python/isbn.py",
        "from plpython import pltrigger",
        "@pltrigger(event='INSERT OR UPDATE', when='" + when + "', table='book')",
        "def clean(new):",
        "    " + statement);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> query(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
