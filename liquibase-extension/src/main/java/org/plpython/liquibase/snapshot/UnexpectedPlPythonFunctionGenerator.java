package org.plpython.liquibase.snapshot;

import java.util.List;
import liquibase.structure.core.Column;
import liquibase.structure.core.Index;
import liquibase.structure.core.Table;
import liquibase.structure.core.View;

/**
 * Functions go last, when nothing calls them any more. A table goes before them, and takes those
 * with it that have its rows as arguments: Liquibase drops tables with CASCADE.
 */
public final class UnexpectedPlPythonFunctionGenerator extends UnexpectedPlPythonGenerator {
  /** For Liquibase. */
  public UnexpectedPlPythonFunctionGenerator() {
    super(
        PlPythonFunction.class,
        List.of(PlPythonTrigger.class, View.class, Index.class, Column.class, Table.class),
        List.of());
  }
}
