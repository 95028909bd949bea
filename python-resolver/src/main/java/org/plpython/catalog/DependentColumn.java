package org.plpython.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What somebody has set of a column; empty is as it comes.
 *
 * @param name not quoted
 * @param statistics the target of ANALYZE
 * @param storage {@code MAIN} and the like
 * @param options as pg_attribute.attoptions has them: {@code n_distinct=5}
 */
public record DependentColumn(
    String name,
    Optional<String> comment,
    Optional<Integer> statistics,
    Optional<String> storage,
    Optional<String> compression,
    List<String> options) {
  public DependentColumn {
    options = List.copyOf(options);
  }
}
