package org.plpython.liquibase;

import java.util.List;
import liquibase.Scope;
import liquibase.database.AbstractJdbcDatabase;
import liquibase.database.Database;
import liquibase.database.LiquibaseTableNames;
import liquibase.exception.DatabaseException;
import liquibase.executor.ExecutorService;
import liquibase.statement.core.RawSqlStatement;
import org.plpython.object.QualifiedName;

/**
 * Makes the registry's tables Liquibase's own: they say what one database has got, so that no
 * generated changelog makes them or drops them; {@code drop-all} does.
 */
public final class RegistryTableNames implements LiquibaseTableNames {
  private static final String KNOWN = RegistryTableNames.class.getName();
  private static final int BEFORE_THE_HISTORY = 100;

  @Override
  public List<String> getLiquibaseGeneratedTableNames(Database database) {
    if (!(database instanceof AbstractJdbcDatabase jdbc) || !PostgresOnly.holds(database)) {
      return List.of();
    }
    // asked for each table and column; the settings are looked up once
    if (!(jdbc.get(KNOWN) instanceof QualifiedName registry)) {
      jdbc.set(KNOWN, RegistryPlace.name(database));
      return getLiquibaseGeneratedTableNames(database);
    }
    return List.of(registry.name(), registry.name() + "_releases");
  }

  @Override
  public void destroy(Database database) throws DatabaseException {
    if (PostgresOnly.holds(database)) {
      QualifiedName registry = RegistryPlace.name(database);
      QualifiedName releases = new QualifiedName(registry.schema(), registry.name() + "_releases");
      Scope.getCurrentScope()
          .getSingleton(ExecutorService.class)
          .getExecutor("jdbc", database)
          .execute(
              new RawSqlStatement(
                  "DROP TABLE IF EXISTS %s, %s".formatted(registry.sql(), releases.sql())));
    }
  }

  @Override
  public int getOrder() {
    return BEFORE_THE_HISTORY;
  }
}
