package org.plpython.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

/** Starts the database that the plugin updates. It ends with the JVM, which is Maven's. */
final class PluginDatabase {
  private PluginDatabase() {}

  /**
   * Writes a property file for Liquibase.
   *
   * @param arguments the file
   */
  public static void main(String[] arguments) throws IOException {
    PlPythonDatabase database = EmbeddedPostgres.shared().createDatabase();
    Files.writeString(
        Path.of(arguments[0]),
        "url=%s\nusername=%s\nliquibase.plpython.project=library\n"
            .formatted(database.jdbcUrl(), database.user()));
  }
}
