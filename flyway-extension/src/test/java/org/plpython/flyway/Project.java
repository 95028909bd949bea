package org.plpython.flyway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateOutput;
import org.plpython.harness.PlPythonDatabase;

/** A user's project in a folder: SQL migrations, Python sources, Flyway over a database. */
final class Project {
  private final Path folder;
  private final PlPythonDatabase database;
  private Callback[] callbacks = {new PlPythonCallback()};
  private String initSql = "";

  Project(Path folder, PlPythonDatabase database) {
    this.folder = folder;
    this.database = database;
    write("sql/V0__nothing.sql", "SELECT 1;");
  }

  /** Writes a file of the project. */
  Project write(String path, String... lines) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines) + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets what Flyway calls, {@link PlPythonCallback} where nothing is set. */
  void callbacks(Callback... all) {
    callbacks = all;
  }

  /** Sets what Flyway runs first in each of its sessions. */
  void initSql(String sql) {
    initSql = sql;
  }

  /** Flyway as the project configures it. */
  Flyway flyway() {
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(database.dataSource())
            .callbacks(callbacks)
            .locations("filesystem:" + folder.resolve("sql"));
    if (!initSql.isEmpty()) {
      configuration.initSql(initSql);
    }
    configuration
        .getConfigurationExtension(PlPythonConfiguration.class)
        .setLocations(List.of("filesystem:" + folder.resolve("python")));
    return configuration.load();
  }

  /** Migrates; the descriptions of what ran. */
  List<String> migrate() {
    return flyway().migrate().migrations.stream().map(run -> describe(run)).toList();
  }

  private static String describe(MigrateOutput run) {
    return run.version.isEmpty() ? run.description : "V" + run.version;
  }

  /** The descriptions of everything in the history that succeeded. */
  List<String> history() {
    return Arrays.stream(flyway().info().applied()).map(info -> info.getDescription()).toList();
  }
}
