package org.plpython.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

/** Starts the database that the plugin migrates. It ends with the JVM, which is Maven's. */
final class PluginDatabase {
  private PluginDatabase() {}

  /**
   * Writes a configuration file for Flyway.
   *
   * @param arguments the file
   */
  public static void main(String[] arguments) throws IOException {
    PlPythonDatabase database = EmbeddedPostgres.shared().createDatabase();
    Files.writeString(
        Path.of(arguments[0]),
        "flyway.url=%s\nflyway.user=%s\n".formatted(database.jdbcUrl(), database.user()));
  }
}
