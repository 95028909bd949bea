package org.plpython.liquibase.snapshot;

import java.util.List;
import java.util.Optional;
import liquibase.change.Change;
import liquibase.database.AbstractJdbcDatabase;
import liquibase.database.Database;
import liquibase.diff.DiffResult;
import liquibase.diff.ObjectDifferences;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.diff.output.changelog.ChangedObjectChangeGenerator;
import liquibase.diff.output.changelog.MissingObjectChangeGenerator;
import liquibase.structure.DatabaseObject;

/** Makes objects of one type that are missing, and makes others as they are wanted. */
abstract class WantedPlPythonGenerator extends PlPythonChangeGenerator
    implements MissingObjectChangeGenerator, ChangedObjectChangeGenerator {
  WantedPlPythonGenerator(
      Class<? extends PlPythonObject<?>> type,
      List<Class<? extends DatabaseObject>> earlier,
      List<Class<? extends DatabaseObject>> later) {
    super(type, earlier, later);
  }

  /** Whether PostgreSQL can put the one in the place of the other. */
  abstract boolean isReplaceable(PlPythonObject<?> wanted, ObjectDifferences differences);

  @Override
  public Change[] fixMissing(
      DatabaseObject missing,
      DiffOutputControl control,
      Database reference,
      Database comparison,
      ChangeGeneratorChain chain) {
    return new Change[] {create((PlPythonObject<?>) missing, control, "CREATE ")};
  }

  @Override
  public Change[] fixChanged(
      DatabaseObject changed,
      ObjectDifferences differences,
      DiffOutputControl control,
      Database reference,
      Database comparison,
      ChangeGeneratorChain chain) {
    PlPythonObject<?> wanted = (PlPythonObject<?>) changed;
    return isReplaceable(wanted, differences)
        ? new Change[] {create(wanted, control, "CREATE OR REPLACE ")}
        : new Change[] {
          drop(present(wanted, comparison).orElse(wanted), control),
          create(wanted, control, "CREATE ")
        };
  }

  /** The one that is there; Liquibase keeps what it compared with the database meanwhile. */
  private static Optional<PlPythonObject<?>> present(
      PlPythonObject<?> wanted, Database comparison) {
    return comparison instanceof AbstractJdbcDatabase database
            && database.get("diffResult") instanceof DiffResult result
        ? Optional.ofNullable(result.getComparisonSnapshot().get(wanted))
        : Optional.empty();
  }
}
