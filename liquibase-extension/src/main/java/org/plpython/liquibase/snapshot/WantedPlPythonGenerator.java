package org.plpython.liquibase.snapshot;

import java.util.List;
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
import org.plpython.liquibase.definition.PlPythonDefinitionChange;

/** Makes objects of one type that are missing, and makes others as they are wanted. */
abstract class WantedPlPythonGenerator extends PlPythonChangeGenerator
    implements MissingObjectChangeGenerator, ChangedObjectChangeGenerator {
  private static final String REPLACE = "CREATE OR REPLACE";

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
    return new Change[] {create((PlPythonObject<?>) missing, control)};
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
    PlPythonObject<?> present = present(wanted, comparison);
    return isReplaceable(wanted, differences)
        ? new Change[] {replace(wanted, present, control)}
        : new Change[] {drop(present, control), create(wanted, control)};
  }

  private static Change create(PlPythonObject<?> missing, DiffOutputControl control) {
    PlPythonDefinitionChange change = change(missing, control);
    change.define(missing.definition(CREATE));
    return change;
  }

  private static Change replace(
      PlPythonObject<?> wanted, PlPythonObject<?> present, DiffOutputControl control) {
    PlPythonDefinitionChange change = change(wanted, control);
    change.define(wanted.definition(REPLACE), present.definition(REPLACE));
    return change;
  }

  /** The one that is there; Liquibase keeps what it compared with the database meanwhile. */
  private static PlPythonObject<?> present(PlPythonObject<?> wanted, Database comparison) {
    DiffResult compared = (DiffResult) ((AbstractJdbcDatabase) comparison).get("diffResult");
    return compared.getComparisonSnapshot().get(wanted);
  }
}
