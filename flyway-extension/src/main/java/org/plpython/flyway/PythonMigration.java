package org.plpython.flyway;

import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.extensibility.MigrationType;
import org.jspecify.annotations.Nullable;

/** What all migrations of ours have in common. */
abstract class PythonMigration implements ResolvedMigration, MigrationExecutor {
  private final String description;

  PythonMigration(String description) {
    this.description = description;
  }

  @Override
  public String getDescription() {
    return description;
  }

  /**
   * CUSTOM, as a type of our own would make every Flyway without this jar fail, and others are of
   * files that Flyway itself runs.
   */
  @Override
  public MigrationType getType() {
    return CoreMigrationType.CUSTOM;
  }

  @Override
  public MigrationExecutor getExecutor() {
    return this;
  }

  @Override
  public boolean checksumMatchesWithoutBeingIdentical(@Nullable Integer checksum) {
    return false;
  }

  @Override
  public boolean shouldExecute() {
    return true;
  }
}
