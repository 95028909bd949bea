package org.plpython.flyway;

import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.extensibility.MigrationType;
import org.jspecify.annotations.Nullable;

/** What all repeatable migrations of ours have in common. */
abstract class RepeatableMigration implements ResolvedMigration, MigrationExecutor {
  private final String description;

  RepeatableMigration(String description) {
    this.description = description;
  }

  /** None: it is repeatable. */
  @Override
  public @Nullable MigrationVersion getVersion() {
    return null;
  }

  @Override
  public String getDescription() {
    return description;
  }

  /** CUSTOM, as a type of our own would make every Flyway without this jar fail. */
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
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public boolean shouldExecute() {
    return true;
  }
}
