package org.plpython.flyway;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plpython.object.DatabaseObject;

/** One object as a repeatable migration. */
final class PlPythonMigration extends RepeatableMigration {
  private final DatabaseObject object;
  private final int checksum;

  PlPythonMigration(Run run, DatabaseObject object) {
    super(run, Description.of(object));
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
    return Objects.equals(applied, checksum) && !run().isToBeRepaired(getDescription());
  }
}
