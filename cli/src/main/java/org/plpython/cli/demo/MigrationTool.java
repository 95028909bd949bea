package org.plpython.cli.demo;

import javax.sql.DataSource;

/** Whose migrations the demonstration runs. */
public enum MigrationTool {
  FLYWAY {
    @Override
    Migrations over(DataSource database, Sources sources, Screen screen) {
      return new FlywayMigrations(database, sources, screen);
    }
  },

  LIQUIBASE {
    @Override
    Migrations over(DataSource database, Sources sources, Screen screen) {
      return new LiquibaseUpdates(database, sources, screen);
    }
  };

  abstract Migrations over(DataSource database, Sources sources, Screen screen);
}
