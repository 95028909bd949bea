package org.plpython.cli.demo;

import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateOutput;
import org.plpython.flyway.PlPythonConfiguration;

/** Flyway over the bookshop, as an application would set it up. */
final class Migrations {
  static final String SQL = "db/migration";

  /** Kept, as the level of a logger that nobody holds may be forgotten. */
  private static final List<Logger> LOGS =
      List.of(Logger.getLogger("org.flywaydb"), Logger.getLogger("org.plpython.flyway"));

  private final DataSource database;
  private final Sources sources;
  private final Screen screen;

  Migrations(DataSource database, Sources sources, Screen screen) {
    this.database = database;
    this.sources = sources;
    this.screen = screen;
    LOGS.forEach(log -> log.setLevel(Level.WARNING));
  }

  /** Migrates; what ran, in order. */
  List<String> run() {
    List<String> ran = flyway().migrate().migrations.stream().map(Migrations::describe).toList();
    screen.text(
        "flyway migrate: "
            + ran.size()
            + (ran.size() == 1 ? " migration" : " migrations")
            + " ran");
    return ran;
  }

  private static String describe(MigrateOutput migration) {
    return migration.version.isEmpty()
        ? migration.description
        : "V" + migration.version + " " + migration.description;
  }

  /** Shows every migration that Flyway knows. */
  void showInfo() {
    screen.text("flyway info:");
    List<List<String>> rows =
        Arrays.stream(flyway().info().all()).map(Migrations::infoRow).toList();
    screen.block(new TextTable(List.of("version", "description", "type", "state"), rows).lines());
  }

  private static List<String> infoRow(MigrationInfo info) {
    return List.of(
        info.getVersion() == null ? "" : info.getVersion().toString(),
        info.getDescription(),
        info.getType().name(),
        info.getState().getDisplayName());
  }

  private Flyway flyway() {
    FluentConfiguration configuration =
        Flyway.configure().dataSource(database).locations("classpath:" + SQL);
    PlPythonConfiguration.of(configuration).setLocations(List.of("filesystem:" + sources.folder()));
    return configuration.load();
  }
}
