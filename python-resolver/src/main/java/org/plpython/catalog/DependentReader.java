package org.plpython.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what depends on routines, in a number of queries that does not grow with theirs. The server
 * writes SQL by the session's search path: whoever calls this has set it to {@code pg_catalog} for
 * the transaction, so that every name has its schema.
 */
public final class DependentReader {
  private DependentReader() {}

  /**
   * All that depends on each of the routines, directly or through something else; a routine without
   * dependents is missing. Each dependent stands before what it depends on itself, so that they can
   * be dropped in this order, and created again in the opposite one. One list after the other, but
   * for what an earlier one has, is such an order too: whatever depends on something in a list is
   * in that list.
   *
   * @param routines OIDs of functions, procedures and aggregates
   */
  public static Map<Long, List<Dependent>> read(Connection connection, Collection<Long> routines)
      throws SQLException {
    DependentQuery query = new DependentQuery(connection);
    Collection<DependentGraph> graphs = DependentGraph.read(query, routines);
    Set<DependentAddress> objects = new HashSet<>();
    for (DependentGraph graph : graphs) {
      graph
          .objects()
          .forEach(
              (object, parts) -> {
                objects.add(object);
                objects.addAll(parts);
              });
    }
    Map<DependentAddress, DependentHead> heads = DependentHeads.read(query, objects);
    DependentAssembly assembly =
        new DependentAssembly(heads, DependentDefinitions.read(query, heads));
    Map<Long, List<Dependent>> found = new LinkedHashMap<>();
    for (DependentGraph graph : graphs) {
      List<Dependent> dependents = assembly.of(graph);
      if (!dependents.isEmpty()) {
        found.put(graph.routine(), dependents);
      }
    }
    return found;
  }
}
