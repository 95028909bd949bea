package org.plpython.liquibase.snapshot;

import java.util.List;
import liquibase.change.Change;
import liquibase.database.Database;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.ChangeGeneratorChain;
import liquibase.diff.output.changelog.UnexpectedObjectChangeGenerator;
import liquibase.structure.DatabaseObject;
import org.plpython.liquibase.definition.DropDefinedChange;

/** Drops objects of one type that are not wanted, if an earlier drop has not taken them along. */
abstract class UnexpectedPlPythonGenerator extends PlPythonChangeGenerator
    implements UnexpectedObjectChangeGenerator {
  UnexpectedPlPythonGenerator(
      Class<? extends PlPythonObject<?>> type,
      List<Class<? extends DatabaseObject>> earlier,
      List<Class<? extends DatabaseObject>> later) {
    super(type, earlier, later);
  }

  @Override
  public Change[] fixUnexpected(
      DatabaseObject unexpected,
      DiffOutputControl control,
      Database reference,
      Database comparison,
      ChangeGeneratorChain chain) {
    DropDefinedChange drop = drop((PlPythonObject<?>) unexpected, control);
    drop.setIfExists(true);
    return new Change[] {drop};
  }
}
