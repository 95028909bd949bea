package org.plpython.flyway;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateOutput;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.UserProject;

/** A user's project in a folder: SQL migrations, Python sources, Flyway over a database. */
final class Project extends UserProject<Project> {
  private Callback[] callbacks = {new PlPythonCallback()};
  private String initSql = "";
  private Consumer<PlPythonConfiguration> settings = it -> {};
  private UnaryOperator<FluentConfiguration> more = UnaryOperator.identity();

  Project(Path folder, PlPythonDatabase database) {
    super(folder, database);
    write("sql/V0__nothing.sql", "SELECT 1;");
  }

  @Override
  protected Project self() {
    return this;
  }

  /** Sets what Flyway calls, {@link PlPythonCallback} where nothing is set. */
  void callbacks(Callback... all) {
    callbacks = all;
  }

  /** Sets what Flyway runs first in each of its sessions. */
  void initSql(String sql) {
    initSql = sql;
  }

  /** Sets settings of ours, and no others. */
  Project with(Consumer<PlPythonConfiguration> settings) {
    this.settings = settings;
    return this;
  }

  /** Sets settings of Flyway's, and no others. */
  Project configure(UnaryOperator<FluentConfiguration> more) {
    this.more = more;
    return this;
  }

  /** Flyway as the project configures it. */
  Flyway flyway() {
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(database().dataSource())
            .callbacks(callbacks)
            .locations("filesystem:" + folder().resolve("sql"));
    if (!initSql.isEmpty()) {
      configuration.initSql(initSql);
    }
    PlPythonConfiguration.of(configuration)
        .setLocations(List.of("filesystem:" + folder().resolve("python")));
    settings.accept(PlPythonConfiguration.of(configuration));
    return more.apply(configuration).load();
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
