package org.plpython.catalog;

import java.util.List;
import java.util.Optional;

/**
 * An index with what somebody has set of it.
 *
 * @param name as SQL
 * @param shortName the same without its schema
 * @param table as SQL
 * @param sql its CREATE statement
 * @param parent the index of which this one is a partition, as SQL
 * @param tablespace empty: the database's
 * @param statistics of expressions
 * @param extensions those that take it with them when they are dropped
 */
public record DependentIndex(
    String name,
    String shortName,
    String table,
    String sql,
    Optional<String> parent,
    Optional<String> comment,
    Optional<String> tablespace,
    boolean isClustered,
    boolean isReplicaIdentity,
    List<Statistics> statistics,
    List<String> extensions) {
  public DependentIndex {
    statistics = List.copyOf(statistics);
    extensions = List.copyOf(extensions);
  }

  /** The target of ANALYZE for the column of that number. */
  public record Statistics(int column, int target) {}
}
