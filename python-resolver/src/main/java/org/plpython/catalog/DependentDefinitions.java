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
      Map.ofEntries(
          Map.entry(DependentKind.TRIGGER, DependentTriggers::read),
          Map.entry(DependentKind.EVENT_TRIGGER, DependentOthers::readEventTriggers),
          Map.entry(DependentKind.VIEW, DependentViews::read),
          Map.entry(DependentKind.MATERIALIZED_VIEW, DependentViews::read),
          Map.entry(DependentKind.RULE, DependentRules::read),
          Map.entry(DependentKind.INDEX, DependentIndexes::read),
          Map.entry(DependentKind.STATISTICS, DependentOthers::readStatistics),
          Map.entry(DependentKind.CONSTRAINT, DependentIndexes::readConstraints),
          Map.entry(DependentKind.DOMAIN_CONSTRAINT, DependentIndexes::readConstraints),
          Map.entry(DependentKind.COLUMN_DEFAULT, DependentDefinitions::defaults),
          Map.entry(DependentKind.GENERATED_COLUMN, DependentGeneratedColumns::read),
          Map.entry(DependentKind.POLICY, DependentOthers::readPolicies),
          Map.entry(DependentKind.PUBLICATION, DependentOthers::readPublications),
          Map.entry(DependentKind.DOMAIN, DependentDefinitions::defaults),
          Map.entry(DependentKind.FUNCTION, DependentRoutines::read),
          Map.entry(DependentKind.PROCEDURE, DependentRoutines::read),
          Map.entry(DependentKind.AGGREGATE, DependentOptions::readAggregates),
          Map.entry(DependentKind.OPERATOR, DependentOptions::readOperators),
          Map.entry(DependentKind.CAST, DependentOthers::readCasts));

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
        (object, head) ->
            found.put(
                object,
                new Default(head.relation().map(table -> head.last()), head.sql().orElseThrow())));
    return found;
  }
}
