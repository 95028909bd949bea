package org.plpython.liquibase.snapshot;

import org.plpython.catalog.PythonObject;

/** Functions and procedures in snapshots of a schema. */
public final class PlPythonFunctionSnapshotGenerator
    extends PlPythonSnapshotGenerator<PlPythonFunction> {
  /** For Liquibase. */
  public PlPythonFunctionSnapshotGenerator() {
    super(PlPythonFunction.class, object -> object.body().isPresent());
  }

  @Override
  PlPythonFunction object(PythonObject object) {
    PlPythonFunction function = new PlPythonFunction().setName(object.name());
    function.read(object);
    return function;
  }
}
