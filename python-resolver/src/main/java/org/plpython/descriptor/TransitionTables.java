package org.plpython.descriptor;

import java.util.Objects;
import java.util.Optional;

/**
 * The names under which a trigger's function can query all rows of the statement.
 *
 * @param oldTable the rows as they were; empty: they cannot be queried
 * @param newTable the rows as they are; empty: they cannot be queried
 */
public record TransitionTables(Optional<String> oldTable, Optional<String> newTable) {
  public TransitionTables {
    Objects.requireNonNull(oldTable);
    Objects.requireNonNull(newTable);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return oldTable.isEmpty() && newTable.isEmpty();
  }
}
