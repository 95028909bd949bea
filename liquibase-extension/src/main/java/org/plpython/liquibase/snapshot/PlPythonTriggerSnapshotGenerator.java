package org.plpython.liquibase.snapshot;

import org.plpython.catalog.PythonObject;

/** Triggers and event triggers in snapshots of a schema. */
public final class PlPythonTriggerSnapshotGenerator
    extends PlPythonSnapshotGenerator<PlPythonTrigger> {
  /** For Liquibase. */
  public PlPythonTriggerSnapshotGenerator() {
    super(PlPythonTrigger.class, object -> object.body().isEmpty());
  }

  @Override
  PlPythonTrigger object(PythonObject object) {
    PlPythonTrigger trigger = new PlPythonTrigger().setName(PlPythonTrigger.name(object));
    trigger.read(object);
    return trigger;
  }
}
