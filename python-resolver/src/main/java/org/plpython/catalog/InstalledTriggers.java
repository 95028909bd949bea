package org.plpython.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds triggers by their names. */
public final class InstalledTriggers {
  private static final String FIND =
      """
      SELECT t.oid, t.tgfoid
      FROM unnest(?::text[], ?::text[]) AS named(table_name, name)
      JOIN pg_catalog.pg_trigger t
        ON t.tgrelid = pg_catalog.to_regclass(named.table_name) AND t.tgname = named.name::name
      WHERE NOT t.tgisinternal""";

  private InstalledTriggers() {}

  /**
   * All that a database needs to have triggers again as they are: their definition, their state,
   * their comment, on each partition. The search path must be the one in which their tables are
   * found, and is {@code pg_catalog} afterwards.
   *
   * @param tables of the triggers, as SQL
   * @param names in the same order, without quotes; those that are not there are left out
   */
  public static List<Dependent> read(Connection connection, List<String> tables, List<String> names)
      throws SQLException {
    Map<Long, Long> functions = new HashMap<>();
    new Query(connection, FIND, tables, names)
        .all(row -> functions.put(row.getLong(1), row.getLong(2)));
    SearchPath.set(connection, "pg_catalog");
    Set<Long> seen = new HashSet<>();
    return DependentReader.read(connection, new HashSet<>(functions.values())).values().stream()
        .flatMap(List::stream)
        .filter(it -> it.kind() == DependentKind.TRIGGER && functions.containsKey(it.oid()))
        .filter(it -> seen.add(it.oid()))
        .toList();
  }
}
