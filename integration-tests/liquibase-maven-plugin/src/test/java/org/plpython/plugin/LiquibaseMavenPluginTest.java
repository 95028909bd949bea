package org.plpython.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Looks at what the plugin's goals have done by the settings of the projects' pom. */
class LiquibaseMavenPluginTest {

  private static List<String> query(String sql) throws IOException, SQLException {
    Properties configuration = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of("target/liquibase.properties"))) {
      configuration.load(file);
    }
    List<String> values = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(
                configuration.getProperty("url"), configuration.getProperty("username"), "");
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Test
  void script_was_written_before_anything_was_there() throws Exception {
    assertThat(Files.readString(Path.of("target/update.sql")))
        .contains("CREATE TABLE library.book", "FUNCTION library.sort_key", "'db/plpython'");
  }

  @Test
  void functions_are_installed_and_the_last_change_set_was_rolled_back() throws Exception {
    assertThat(query("SELECT id FROM databasechangelog ORDER BY orderexecuted"))
        .containsExactly(
            "library", "function library.keep_sort_key()", "function library.sort_key(text)");
    assertThat(query("SELECT library.sort_key('The Art of Computer Programming')"))
        .containsExactly("art of computer programming");
    assertThat(query("SELECT tgname FROM pg_trigger")).isEmpty();
  }

  @Test
  void registry_is_the_one_that_the_pom_names_and_the_project_the_files() throws Exception {
    assertThat(query("SELECT DISTINCT project FROM library.python")).containsExactly("library");
  }
}
