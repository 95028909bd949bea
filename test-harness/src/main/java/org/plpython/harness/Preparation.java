package org.plpython.harness;

import java.util.List;

/**
 * What is done with a database before tests get copies of it.
 *
 * @param locations folders of Python sources
 * @param flyway folders of Flyway's migrations
 * @param liquibase Liquibase's changelog; empty: none
 */
record Preparation(List<String> locations, List<String> flyway, String liquibase) {

  static final Preparation NONE = new Preparation(List.of(), List.of(), "");

  Preparation {
    locations = List.copyOf(locations);
    flyway = List.copyOf(flyway);
    if (!flyway.isEmpty() && !liquibase.isEmpty()) {
      throw new PlPythonServerException(
          "@PlPythonTest has both flyway and liquibase: a database is migrated by one of them");
    }
  }

  /** The sources that are deployed by it: where none are named, those that the tools find. */
  List<String> deployed() {
    return locations.isEmpty() ? List.of("classpath:db/plpython") : locations;
  }

  static Preparation of(PlPythonTest test) {
    return new Preparation(List.of(test.locations()), List.of(test.flyway()), test.liquibase());
  }

  /**
   * Does it.
   *
   * @throws PlPythonServerException when the tool is not on the class path
   */
  void prepare(PlPythonDatabase database) {
    if (!flyway.isEmpty()) {
      with(
          "flyway",
          "org.flywaydb:flyway-database-postgresql",
          () -> FlywayRun.migrate(database, this));
    } else if (!liquibase.isEmpty()) {
      with("liquibase", "org.liquibase:liquibase-core", () -> LiquibaseRun.update(database, this));
    } else if (!locations.isEmpty()) {
      database.deploy(locations.toArray(String[]::new));
    }
  }

  private static void with(String attribute, String dependency, Runnable tool) {
    try {
      tool.run();
    } catch (NoClassDefFoundError e) {
      throw new PlPythonServerException(
          "@PlPythonTest has %s, which is not on the class path: add the dependency %s"
              .formatted(attribute, dependency),
          e);
    }
  }
}
