package org.plpython.harness;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Lets Flyway migrate a database. It finds our extension by itself, where that is there. */
final class FlywayRun {

  private FlywayRun() {}

  static void migrate(PlPythonDatabase database, Preparation preparation) {
    FluentConfiguration flyway =
        Flyway.configure(Thread.currentThread().getContextClassLoader())
            .dataSource(database.dataSource())
            .locations(preparation.flyway().toArray(String[]::new));
    if (!preparation.locations().isEmpty()) {
      flyway.configuration(
          Map.of("flyway.plpython.locations", String.join(",", preparation.locations())));
    }
    flyway.load().migrate();
  }
}
