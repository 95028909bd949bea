package org.plpython.flyway;

import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.internal.jdbc.Results;
import org.jspecify.annotations.Nullable;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.ScriptRunner;
import org.plpython.object.DatabaseObject;
import org.plpython.object.ScriptFile;
import org.plpython.source.InvalidSourceException;

/** A Python file that runs once, in the server, as a versioned migration. */
final class ScriptMigration extends PythonMigration {
  private final ScriptFile script;
  private final List<DatabaseObject> objects;
  private final boolean isTransactional;
  private final int checksum;

  /**
   * Of a script.
   *
   * @param objects of the sources, whose lines errors name too
   */
  ScriptMigration(ScriptFile script, List<DatabaseObject> objects, Configuration configuration) {
    super(script.name().description());
    this.script = script;
    this.objects = objects;
    this.isTransactional =
        script.isTransactional().orElseGet(configuration::isExecuteInTransaction);
    this.checksum = script.checksum().crc32();
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(script.name().version());
  }

  @Override
  public String getScript() {
    return script.file().path();
  }

  @Override
  public Integer getChecksum() {
    return checksum;
  }

  @Override
  public String getPhysicalLocation() {
    return script.file().displayPath();
  }

  @Override
  public boolean checksumMatches(@Nullable Integer applied) {
    return Objects.equals(applied, checksum);
  }

  @Override
  public List<Results> execute(Context context) {
    try {
      new ScriptRunner(context.getConnection(), objects).run(script.script());
      return List.of();
    } catch (DeployException failure) {
      throw Wording.exception(failure);
    } catch (InvalidSourceException mistakes) {
      throw new FlywayException(mistakes.getMessage(), mistakes);
    }
  }

  @Override
  public boolean canExecuteInTransaction() {
    return isTransactional;
  }
}
