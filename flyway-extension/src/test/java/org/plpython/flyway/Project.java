package org.plpython.flyway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateOutput;
import org.jspecify.annotations.Nullable;
import org.plpython.harness.PlPythonDatabase;

/** A user's project in a folder: SQL migrations, Python sources, Flyway over a database. */
final class Project {
  private final Path folder;
  private final PlPythonDatabase database;
  private Callback[] callbacks = {new PlPythonCallback()};
  private String initSql = "";
  private Consumer<PlPythonConfiguration> settings = it -> {};
  private UnaryOperator<FluentConfiguration> more = UnaryOperator.identity();

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

  /** Removes a file of the project. */
  Project delete(String path) {
    try {
      Files.delete(folder.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empties the database, as tests of a class share it. */
  Project clean() {
    return execute(
        """
        DO 'BEGIN
          EXECUTE (SELECT string_agg(format(''DROP SCHEMA %I CASCADE'', nspname), '';'')
            FROM pg_namespace WHERE nspname !~ ''^pg_'' AND nspname <> ''information_schema'');
          CREATE SCHEMA public;
        END'""");
  }

  /** Executes statements in the database, each in a transaction of its own. */
  Project execute(String... statements) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      return this;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The first column of a query's rows. */
  List<@Nullable String> query(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<@Nullable String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The routines and triggers of ours that the database holds, sorted. */
  List<@Nullable String> objects() {
    return query(
        """
        SELECT p.proname FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
        WHERE l.lanname = 'plpython3u'
        UNION ALL
        SELECT c.relname || '.' || t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE NOT t.tgisinternal ORDER BY 1""");
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
    PlPythonConfiguration.of(configuration)
        .setLocations(List.of("filesystem:" + folder.resolve("python")));
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
