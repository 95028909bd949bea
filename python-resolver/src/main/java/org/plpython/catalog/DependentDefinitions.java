package org.plpython.catalog;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.plpython.catalog.DependentDefinition.Default;

/** Reads what it takes to create dependents again, kind by kind. */
final class DependentDefinitions {
  /** Reads the definitions of objects of one kind, as far as they are still there. */
  @FunctionalInterface
  private interface KindReader {
    Map<DependentAddress, DependentDefinition> read(
        DependentQuery query, Map<DependentAddress, DependentHead> objects) throws SQLException;
  }

  private static final Map<DependentKind, KindReader> READERS =
      Map.of(
          DependentKind.TRIGGER, DependentTriggers::read,
          DependentKind.VIEW, DependentViews::read,
          DependentKind.MATERIALIZED_VIEW, DependentViews::read,
          DependentKind.RULE, DependentRules::read,
          DependentKind.COLUMN_DEFAULT, DependentDefinitions::defaults);

  private DependentDefinitions() {}

  static Map<DependentAddress, DependentDefinition> read(
      DependentQuery query, Map<DependentAddress, DependentHead> heads) throws SQLException {
    Map<DependentKind, Map<DependentAddress, DependentHead>> byKind =
        new EnumMap<>(DependentKind.class);
    heads.forEach(
        (object, head) ->
            byKind.computeIfAbsent(head.kind(), kind -> new HashMap<>()).put(object, head));
    Map<DependentAddress, DependentDefinition> found = new HashMap<>();
    for (Map.Entry<DependentKind, Map<DependentAddress, DependentHead>> one : byKind.entrySet()) {
      KindReader reader = READERS.get(one.getKey());
      if (reader != null) {
        found.putAll(reader.read(query, one.getValue()));
      }
    }
    return found;
  }

  private static Map<DependentAddress, DependentDefinition> defaults(
      DependentQuery query, Map<DependentAddress, DependentHead> defaults) {
    Map<DependentAddress, DependentDefinition> found = new HashMap<>();
    defaults.forEach(
        (object, head) -> found.put(object, new Default(head.last(), head.sql().orElseThrow())));
    return found;
  }
}
