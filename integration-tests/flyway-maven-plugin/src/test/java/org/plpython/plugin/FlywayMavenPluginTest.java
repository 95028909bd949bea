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

/** Looks at what flyway:migrate has done by the settings of this project's pom. */
class FlywayMavenPluginTest {

  private static List<String> query(String sql) throws IOException, SQLException {
    Properties configuration = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of("target/flyway.conf"))) {
      configuration.load(file);
    }
    List<String> values = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(
                configuration.getProperty("flyway.url"),
                configuration.getProperty("flyway.user"),
                "");
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Test
  void sources_of_the_poms_location_are_installed_in_order() throws Exception {
    assertThat(query("SELECT description FROM flyway_schema_history ORDER BY installed_rank"))
        .containsExactly(
            "library",
            "books",
            "function library.keep_sort_key()",
            "function library.sort_key(text)",
            "trigger library.book.keep_sort_key");
  }

  @Test
  void callback_was_there_when_a_versioned_migration_called_an_early_function() throws Exception {
    assertThat(query("SELECT sort_key FROM library.book"))
        .containsExactly("art of computer programming");
  }

  @Test
  void registry_is_the_one_that_the_pom_names() throws Exception {
    assertThat(query("SELECT identity FROM library.python ORDER BY identity"))
        .contains("library.sort_key(text)");
  }
}
