package org.plpython.liquibase;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.FastCheckService;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;
import org.jspecify.annotations.Nullable;
import org.plpython.harness.PlPythonDatabase;

/** A user's project in a folder: a changelog, Python sources, Liquibase over a database. */
final class Project {
  private final Path folder;
  private final PlPythonDatabase database;
  private final Map<String, String> settings = new HashMap<>();
  private String changelog = "changelog.yaml";

  Project(Path folder, PlPythonDatabase database) {
    this.folder = folder;
    this.database = database;
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

  /** Removes a file of the project. */
  Project delete(String path) {
    try {
      Files.delete(folder.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets which file is the changelog. */
  Project changelog(String path) {
    changelog = path;
    return this;
  }

  /** Sets {@code liquibase.plpython.NAME}; null: it is not set. */
  Project set(String name, @Nullable String value) {
    if (value == null) {
      settings.remove(name);
    } else {
      settings.put(name, value);
    }
    return this;
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

  /** What is done with Liquibase. */
  interface Work<T> {
    /** Does it. */
    T run(Liquibase liquibase) throws LiquibaseException;
  }

  /** Does something with Liquibase over a connection of its own. */
  <T> T with(Work<T> work) throws LiquibaseException {
    return over(this::connected, work);
  }

  /** The same with a database that nobody is connected to. */
  <T> T offline(Work<T> work) throws LiquibaseException {
    return over(
        () ->
            DatabaseFactory.getInstance()
                .openDatabase(
                    "offline:postgresql?changeLogFile=" + folder.resolve("history.csv"),
                    null,
                    null,
                    null,
                    null),
        work);
  }

  private Database connected() throws LiquibaseException {
    try {
      return DatabaseFactory.getInstance()
          .findCorrectDatabaseImplementation(new JdbcConnection(database.connect()));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Where a database comes from. */
  private interface Source {
    Database open() throws LiquibaseException;
  }

  private <T> T over(Source source, Work<T> work) throws LiquibaseException {
    Map<String, Object> scope = new HashMap<>();
    settings.forEach((name, value) -> scope.put("liquibase.plpython." + name, value));
    List<T> result = new ArrayList<>();
    try {
      Scope.child(
          scope,
          () -> {
            // Liquibase takes for granted that a JVM sees no file changed
            Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
            try (Database database = source.open()) {
              Liquibase liquibase =
                  new Liquibase(changelog, new DirectoryResourceAccessor(folder), database);
              result.add(work.run(liquibase));
            }
          });
      return result.get(0);
    } catch (LiquibaseException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Updates; the ids of the change sets that ran. */
  List<String> update() throws LiquibaseException {
    return with(
        liquibase -> {
          List<String> ids =
              liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                  .map(ChangeSet::getId)
                  .toList();
          liquibase.update(new Contexts());
          return ids;
        });
  }

  /** The change sets that an update would run. */
  List<String> pending() throws LiquibaseException {
    return with(
        liquibase ->
            liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                .map(ChangeSet::getId)
                .toList());
  }

  /** What an update would send to the database. */
  String updateSql() throws LiquibaseException {
    return with(Project::updateSql);
  }

  /** The same from a Liquibase. */
  static String updateSql(Liquibase liquibase) throws LiquibaseException {
    StringWriter sql = new StringWriter();
    liquibase.update(new Contexts(), sql);
    return sql.toString();
  }
}
