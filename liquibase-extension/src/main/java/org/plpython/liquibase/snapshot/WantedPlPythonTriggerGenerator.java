package org.plpython.liquibase.snapshot;

import java.util.List;
import liquibase.diff.ObjectDifferences;
import liquibase.structure.core.Table;
import liquibase.structure.core.View;

/** Triggers come last. */
public final class WantedPlPythonTriggerGenerator extends WantedPlPythonGenerator {
  private static final String CONSTRAINT = "constraint";

  /** For Liquibase. */
  public WantedPlPythonTriggerGenerator() {
    super(
        PlPythonTrigger.class, List.of(Table.class, View.class, PlPythonFunction.class), List.of());
  }

  /** Only ordinary triggers are. */
  @Override
  boolean isReplaceable(PlPythonObject<?> wanted, ObjectDifferences differences) {
    return wanted.object().kind().equals("trigger")
        && wanted.text(CONSTRAINT).isEmpty()
        && !differences.isDifferent(CONSTRAINT)
        && !differences.isDifferent(PlPythonObject.KIND);
  }
}
