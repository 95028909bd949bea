package org.plpython.liquibase;

import java.util.Optional;
import liquibase.database.Database;
import org.plpython.plan.PlanSettings;

/** Where the registry of a database is that Liquibase migrates. */
public final class RegistryPlace {
  private RegistryPlace() {}

  /**
   * Its table as SQL: where the settings say, else beside the history. The database is not asked.
   */
  public static String of(Database database) {
    String schema = Optional.ofNullable(Session.schema(database)).orElse("");
    return Session.plan(PlPythonSettings.current(), schema, Session.table(database))
        .registry()
        .orElse(PlanSettings.REGISTRY);
  }
}
