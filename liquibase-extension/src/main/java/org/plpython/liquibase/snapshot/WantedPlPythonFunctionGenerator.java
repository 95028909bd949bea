package org.plpython.liquibase.snapshot;

import java.util.List;
import java.util.stream.Stream;
import liquibase.diff.ObjectDifferences;
import liquibase.structure.core.Index;
import liquibase.structure.core.Sequence;
import liquibase.structure.core.Table;
import liquibase.structure.core.View;

/** Functions come after tables, whose rows may be arguments, and before views, which call them. */
public final class WantedPlPythonFunctionGenerator extends WantedPlPythonGenerator {
  /** For Liquibase. */
  public WantedPlPythonFunctionGenerator() {
    super(
        PlPythonFunction.class,
        List.of(Table.class, Sequence.class),
        List.of(View.class, Index.class));
  }

  @Override
  boolean isReplaceable(PlPythonObject<?> wanted, ObjectDifferences differences) {
    return Stream.of(PlPythonObject.KIND, "arguments", "returns")
        .noneMatch(differences::isDifferent);
  }
}
