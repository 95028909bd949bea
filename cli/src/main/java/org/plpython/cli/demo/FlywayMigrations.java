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

/** Flyway over the bookshop. */
final class FlywayMigrations implements Migrations {
  private static final String SQL = "db/migration";

  /** Kept, as the level of a logger that nobody holds may be forgotten. */
  private static final List<Logger> LOGS =
      List.of(Logger.getLogger("org.flywaydb"), Logger.getLogger("org.plpython.flyway"));

  private final DataSource database;
  private final Sources sources;
  private final Screen screen;

  FlywayMigrations(DataSource database, Sources sources, Screen screen) {
    this.database = database;
    this.sources = sources;
    this.screen = screen;
    LOGS.forEach(log -> log.setLevel(Level.WARNING));
  }

  @Override
  public String tool() {
    return "Flyway";
  }

  @Override
  public String project() {
    return "SQL migrations on the class path, in " + SQL + ", as ever.";
  }

  @Override
  public String order() {
    return "The SQL migrations run first, then each Python function and trigger as a repeatable"
        + " migration.";
  }

  @Override
  public List<String> run() {
    List<String> ran =
        flyway().migrate().migrations.stream().map(FlywayMigrations::describe).toList();
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

  @Override
  public void showHistory() {
    screen.text("flyway info:");
    List<List<String>> rows =
        Arrays.stream(flyway().info().all()).map(FlywayMigrations::infoRow).toList();
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
