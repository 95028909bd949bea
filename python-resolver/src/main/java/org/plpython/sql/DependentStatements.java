package org.plpython.sql;

import java.util.List;
import org.plpython.catalog.Dependent;

/** x. */
public final class DependentStatements {
  /** x. */
  public DependentStatements(Dependent d) {}

  /** x. */
  public List<String> drop() {
    return List.of();
  }

  /** x. */
  public List<String> create() {
    return List.of();
  }
}
