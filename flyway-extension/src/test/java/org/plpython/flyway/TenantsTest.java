package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

/** One run for each tenant: the same sources, another schema, other values of placeholders. */
class TenantsTest {
  @TempDir Path folder;
  private PlPythonDatabase database;
  private Project project;

  @BeforeEach
  void freshProject() throws SQLException {
    database = EmbeddedPostgres.shared().createDatabase();
    project =
        new Project(folder, database)
            .write("sql/V1__book.sql", "CREATE TABLE ${tenant}.book (isbn text);")
            .write(
                "python/isbn.py",
                "from plpython import plfunction, pltrigger",
                "@pltrigger(event='INSERT', when='BEFORE', table='${tenant}.book',",
                "           condition=\"new.isbn <> '${skipped}'\")",
                "def clean_isbn(new):",
                "    new.isbn = new.isbn.replace('-', '')",
                "@plfunction(schema='${flyway:defaultSchema}')",
                "def tenant() -> str:",
                "    return '${tenant}'");
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private Flyway flyway(String tenant, Map<String, String> others) {
    FluentConfiguration configuration =
        Flyway.configure()
            .configuration(project.flyway().getConfiguration())
            .schemas(tenant)
            .placeholders(others);
    return configuration.load();
  }

  private List<String> migrate(String tenant, String skipped) {
    return run(flyway(tenant, Map.of("tenant", tenant, "skipped", skipped)));
  }

  private static List<String> run(Flyway flyway) {
    List<String> ran =
        flyway.migrate().migrations.stream().map((MigrateOutput it) -> it.description).toList();
    flyway.validate();
    return ran;
  }

  private String value(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  @Test
  void each_tenant_has_objects_of_its_own_when_the_same_sources_are_migrated() throws SQLException {
    assertThat(migrate("a", "-"))
        .containsExactly(
            "nothing",
            "book",
            "function a.clean_isbn()",
            "function a.tenant()",
            "trigger a.book.clean_isbn");
    assertThat(migrate("b", "-"))
        .containsExactly(
            "nothing",
            "book",
            "function b.clean_isbn()",
            "function b.tenant()",
            "trigger b.book.clean_isbn");
    assertThat(value("INSERT INTO b.book VALUES ('0-262') RETURNING isbn")).isEqualTo("0262");
    assertThat(value("SELECT count(*) FROM a.book")).isEqualTo("0");
    assertThat(value("SELECT a.tenant() || b.tenant()")).isEqualTo("${tenant}${tenant}");
    assertThat(migrate("a", "-")).isEmpty();
    assertThat(migrate("b", "-")).isEmpty();
    for (String tenant : List.of("a", "b")) {
      assertThat(
              value(
                  "SELECT string_agg(DISTINCT split_part(description, ' ', 2), ' ') FROM "
                      + tenant
                      + ".flyway_schema_history WHERE type = 'CUSTOM'"))
          .isEqualTo("T.book.clean_isbn T.clean_isbn() T.tenant()".replace("T", tenant));
    }
  }

  @Test
  void objects_that_use_a_placeholder_run_again_when_its_value_changes() throws SQLException {
    migrate("a", "-");
    assertThat(migrate("a", "none")).containsExactly("trigger a.book.clean_isbn");
    assertThat(value("INSERT INTO a.book VALUES ('-') RETURNING isbn")).isEmpty();
    assertThat(migrate("a", "none")).isEmpty();
  }

  @Test
  void placeholders_are_text_when_replacement_is_off() {
    project.write("sql/V1__book.sql", "CREATE TABLE book (isbn text);");
    project.write(
        "python/isbn.py",
        "from plpython import plfunction",
        "@plfunction(set={'app.pattern': '${tenant}'})",
        "def pattern() -> str:",
        "    return 'x'");
    Flyway off =
        Flyway.configure()
            .configuration(project.flyway().getConfiguration())
            .placeholderReplacement(false)
            .load();
    assertThat(run(off)).containsExactly("nothing", "book", "function pattern()");
  }

  @Test
  void marks_are_those_of_the_configuration_when_they_are_set() {
    project.write("sql/V1__book.sql", "CREATE TABLE <<tenant>>.book (isbn text);");
    project.write(
        "python/isbn.py",
        "from plpython import plfunction",
        "@plfunction(schema='<<TENANT>>', set={'app.table': '<<flyway/table>>'})",
        "def pattern() -> str:",
        "    return 'x'");
    Flyway others =
        Flyway.configure()
            .configuration(flyway("a", Map.of("tenant", "a")).getConfiguration())
            .placeholderPrefix("<<")
            .placeholderSuffix(">>")
            .placeholderSeparator("/")
            .load();
    assertThat(run(others)).containsExactly("nothing", "book", "function a.pattern()");
  }

  @Test
  void every_mistake_is_named_when_a_placeholder_has_no_value() {
    project.write(
        "python/isbn.py",
        "from plpython import plfunction",
        "@plfunction(schema='${tenent}', owner='${flyway:user}',",
        "            set={'app.now': '${flyway:timestamp}', 'app.schema': '${flyway:defaultSchema}'})",
        "def pattern() -> str:",
        "    return 'x'");
    Flyway flyway =
        Flyway.configure()
            .configuration(project.flyway().getConfiguration())
            .placeholders(Map.of("tenant", "a"))
            .load();
    FlywayException mistakes = catchThrowableOfType(FlywayException.class, flyway::migrate);
    assertThat(String.valueOf(mistakes.getMessage()).replace(folder + "/python/", ""))
        .isEqualTo(
            """
            isbn.py:2:20: error: there is no placeholder '${tenent}'
                @plfunction(schema='${tenent}', owner='${flyway:user}',
                                   ^
              Did you mean 'tenant'? There are: flyway:environment, flyway:table, tenant.

            isbn.py:2:39: error: the placeholder '${flyway:user}' has no value
                @plfunction(schema='${tenent}', owner='${flyway:user}',
                                                      ^
              It depends on who deploys. Set a placeholder of your own: flyway.placeholders.user=...

            isbn.py:3:29: error: the placeholder '${flyway:timestamp}' has no value
                            set={'app.now': '${flyway:timestamp}', 'app.schema': '${flyway:defaultSchema}'})
                                            ^
              It is another one in each run, and would install anew each time.

            isbn.py:3:66: error: the placeholder '${flyway:defaultSchema}' has no value
                            set={'app.now': '${flyway:timestamp}', 'app.schema': '${flyway:defaultSchema}'})
                                                                                 ^
              Set flyway.defaultSchema or flyway.schemas.

            4 errors in the Python sources""");
  }
}
