package org.plpython.liquibase;

import java.util.Optional;
import liquibase.database.Database;
import org.plpython.object.QualifiedName;
import org.plpython.plan.PlanSettings;

/**
 * Where the registry of a database is that Liquibase migrates: where the settings say, else beside
 * the history. The database is not asked.
 */
public final class RegistryPlace {
  private RegistryPlace() {}

  /** Its table as SQL. */
  public static String of(Database database) {
    return name(database).sql();
  }

  static QualifiedName name(Database database) {
    String schema = Optional.ofNullable(Session.schema(database)).orElse("");
    return QualifiedName.parse(
            Session.plan(PlPythonSettings.current(), schema, Session.table(database))
                .registry()
                .orElse(PlanSettings.REGISTRY))
        .orElseThrow();
  }
}
