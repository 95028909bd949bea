package org.plpython.liquibase.snapshot;

import java.util.List;
import liquibase.structure.core.Table;
import liquibase.structure.core.View;

/** Triggers go first. */
public final class UnexpectedPlPythonTriggerGenerator extends UnexpectedPlPythonGenerator {
  /** For Liquibase. */
  public UnexpectedPlPythonTriggerGenerator() {
    super(PlPythonTrigger.class, List.of(), List.of(Table.class, View.class));
  }
}
