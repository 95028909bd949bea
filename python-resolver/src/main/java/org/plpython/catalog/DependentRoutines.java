package org.plpython.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plpython.catalog.DependentDefinition.Routine;

/** Reads functions and procedures. */
final class DependentRoutines {
  private static final String EXTENSIONS =
      """
      SELECT o.catalog, o.oid, o.sub, e.names
      FROM asked o JOIN extension e ON e.catalog = o.catalog AND e.oid = o.oid""";

  private DependentRoutines() {}

  static Map<DependentAddress, DependentDefinition> read(
      DependentQuery query, Map<DependentAddress, DependentHead> routines) throws SQLException {
    Map<DependentAddress, List<String>> extensions = new HashMap<>();
    query.list(
        routines.keySet(),
        EXTENSIONS,
        row -> extensions.put(DependentAddress.read(row, 1), DependentQuery.texts(row, 4)));
    Map<DependentAddress, DependentDefinition> found = new HashMap<>();
    DependentAccessReader.read(query, routines.keySet())
        .forEach(
            (routine, access) -> {
              DependentHead head = routines.get(routine);
              if (head != null) {
                found.put(
                    routine,
                    new Routine(
                        head.sql().orElseThrow().stripTrailing(),
                        access,
                        extensions.getOrDefault(routine, List.of())));
              }
            });
    return found;
  }
}
