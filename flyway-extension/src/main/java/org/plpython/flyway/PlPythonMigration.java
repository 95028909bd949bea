package org.plpython.flyway;

import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.extensibility.MigrationType;
import org.flywaydb.core.internal.jdbc.Results;
import org.jspecify.annotations.Nullable;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.Installer;
import org.plpython.object.DatabaseObject;

/** One object as a repeatable migration. */
final class PlPythonMigration implements ResolvedMigration, MigrationExecutor {
  private final DatabaseObject object;
  private final int checksum;

  PlPythonMigration(DatabaseObject object) {
    this.object = object;
    this.checksum = object.checksum().crc32();
  }

  /** None: it is repeatable. */
  @Override
  public @Nullable MigrationVersion getVersion() {
    return null;
  }

  @Override
  public String getDescription() {
    return Description.of(object);
  }

  @Override
  public String getScript() {
    return object.origin().file().path();
  }

  @Override
  public Integer getChecksum() {
    return checksum;
  }

  /** CUSTOM, as a type of our own would make every Flyway without this jar fail. */
  @Override
  public MigrationType getType() {
    return CoreMigrationType.CUSTOM;
  }

  @Override
  public String getPhysicalLocation() {
    return object.origin().toString();
  }

  @Override
  public MigrationExecutor getExecutor() {
    return this;
  }

  @Override
  public boolean checksumMatches(@Nullable Integer checksum) {
    return Objects.equals(checksum, getChecksum());
  }

  @Override
  public boolean checksumMatchesWithoutBeingIdentical(@Nullable Integer checksum) {
    return false;
  }

  @Override
  public List<Results> execute(Context context) {
    try {
      new Installer(context.getConnection()).install(object);
      return List.of();
    } catch (DeployException refused) {
      throw new FlywayException(refused.getMessage(), refused);
    }
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
