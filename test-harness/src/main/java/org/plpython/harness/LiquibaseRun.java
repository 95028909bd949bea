package org.plpython.harness;

import java.sql.Connection;
import java.util.Map;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;

/** Lets Liquibase update a database. It finds our extension by itself, where that is there. */
final class LiquibaseRun {

  private LiquibaseRun() {}

  static void update(PlPythonDatabase database, Preparation preparation) {
    Map<String, Object> settings =
        preparation.locations().isEmpty()
            ? Map.of()
            : Map.of("liquibase.plpython.locations", String.join(",", preparation.locations()));
    try {
      Scope.child(settings, () -> update(database, preparation.liquibase()));
    } catch (Exception e) {
      throw new PlPythonServerException(
          "Liquibase cannot update with %s: %s".formatted(preparation.liquibase(), e.getMessage()),
          e);
    }
  }

  private static void update(PlPythonDatabase database, String changelog) throws Exception {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (Connection connection = database.connect();
        ClassLoaderResourceAccessor files = new ClassLoaderResourceAccessor(loader)) {
      Database target =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      try (Liquibase liquibase = new Liquibase(changelog, files, target)) {
        liquibase.update("");
      }
    }
  }
}
