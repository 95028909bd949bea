package org.plpython.flyway;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.internal.jdbc.Results;
import org.jspecify.annotations.Nullable;

/** A migration of an object, there or gone: to run it is to deploy all objects of its run. */
abstract class RepeatableMigration extends PythonMigration {
  private final Run run;

  RepeatableMigration(Run run, String description) {
    super(description);
    this.run = run;
  }

  Run run() {
    return run;
  }

  /** None: it is repeatable. */
  @Override
  public @Nullable MigrationVersion getVersion() {
    return null;
  }

  @Override
  public List<Results> execute(Context context) {
    run.deploy(context.getConnection(), getDescription());
    return List.of();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }
}
