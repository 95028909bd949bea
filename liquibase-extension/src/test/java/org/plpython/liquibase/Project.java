package org.plpython.liquibase;

import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
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
import org.plpython.harness.UserProject;

/** A user's project in a folder: a changelog, Python sources, Liquibase over a database. */
final class Project extends UserProject<Project> {
  private final Map<String, String> settings = new HashMap<>();
  private String changelog = "changelog.yaml";

  Project(Path folder, PlPythonDatabase database) {
    super(folder, database);
  }

  @Override
  protected Project self() {
    return this;
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
                    "offline:postgresql?changeLogFile=" + folder().resolve("history.csv"),
                    null,
                    null,
                    null,
                    null),
        work);
  }

  private Database connected() throws LiquibaseException {
    try {
      return DatabaseFactory.getInstance()
          .findCorrectDatabaseImplementation(new JdbcConnection(database().connect()));
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
                  new Liquibase(changelog, new DirectoryResourceAccessor(folder()), database);
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
