package org.plpython.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.plpython.catalog.DependentDefinition.Rule;

/** Reads in which sessions rules apply. */
final class DependentRules {
  private static final String QUERY =
      """
      SELECT o.catalog, o.oid, o.sub, r.ev_enabled
      FROM asked o JOIN pg_catalog.pg_rewrite r ON r.oid = o.oid""";

  private DependentRules() {}

  static Map<DependentAddress, DependentDefinition> read(
      DependentQuery query, Map<DependentAddress, DependentHead> rules) throws SQLException {
    Map<DependentAddress, String> states = new HashMap<>();
    query.list(
        rules.keySet(), QUERY, row -> states.put(DependentAddress.read(row, 1), row.getString(4)));
    Map<DependentAddress, DependentDefinition> found = new HashMap<>();
    rules.forEach(
        (rule, head) -> found.put(rule, define(head, states.getOrDefault(rule, Rule.NEW))));
    return found;
  }

  /** The server's text ends with a semicolon. */
  private static Rule define(DependentHead head, String state) {
    String sql = head.sql().orElseThrow();
    return new Rule(sql.substring(0, sql.length() - 1), head.last(), state);
  }
}
