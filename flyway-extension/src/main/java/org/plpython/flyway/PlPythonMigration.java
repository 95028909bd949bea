package org.plpython.flyway;

import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.internal.jdbc.Results;
import org.jspecify.annotations.Nullable;
import org.plpython.object.DatabaseObject;

/** One object as a repeatable migration. */
final class PlPythonMigration extends RepeatableMigration {
  private final Run run;
  private final DatabaseObject object;
  private final int checksum;

  PlPythonMigration(Run run, DatabaseObject object) {
    super(Description.of(object));
    this.run = run;
    this.object = object;
    this.checksum = object.checksum().crc32();
  }

  @Override
  public String getScript() {
    return object.origin().file().path();
  }

  @Override
  public Integer getChecksum() {
    return checksum;
  }

  @Override
  public String getPhysicalLocation() {
    return object.origin().toString();
  }

  /** An object that somebody dropped or changed in the database may have to be made again. */
  @Override
  public boolean checksumMatches(@Nullable Integer applied) {
    return Objects.equals(applied, checksum) && !run.isToBeRepaired(getDescription());
  }

  @Override
  public List<Results> execute(Context context) {
    run.deploy(context.getConnection(), getDescription());
    return List.of();
  }
}
