package org.plpython.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Types and tables by the names that authors write, looked up in the session's search path. Read
 * with that; what is found is then named as with pg_catalog alone.
 */
public final class ResolvedNames {
  private static final String TYPES =
      "SELECT w.text, to_regtype(w.text)::oid::bigint FROM unnest(?::text[]) AS w(text)";
  private static final String TYPE_NAMES =
      """
      SELECT w.text, format_type(w.oid::bigint::oid, NULL)
      FROM unnest(?::text[], ?::text[]) AS w(text, oid)""";
  private static final String TABLES =
      """
      SELECT w.text, n.nspname, c.relname, c.relkind
      FROM unnest(?::text[]) AS w(text)
      JOIN pg_catalog.pg_class c ON c.oid = to_regclass(w.text)
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace""";

  private final Map<String, String> types;
  private final Map<String, ResolvedTable> tables;

  private ResolvedNames(Map<String, String> types, Map<String, ResolvedTable> tables) {
    this.types = types;
    this.tables = tables;
  }

  /**
   * A table or view.
   *
   * @param kind pg_class.relkind
   */
  public record ResolvedTable(String schema, String name, String kind) {}

  /** Looks names up. The transaction's search path is pg_catalog afterwards. */
  public static ResolvedNames read(
      Connection connection, Collection<String> types, Collection<String> tables)
      throws SQLException {
    Map<String, ResolvedTable> found = new TreeMap<>();
    new Query(connection, TABLES, tables)
        .all(
            row ->
                found.put(
                    row.getString(1),
                    new ResolvedTable(row.getString(2), row.getString(3), row.getString(4))));
    Map<String, String> oids = typeOids(connection, types);
    SearchPath.set(connection, "pg_catalog");
    Map<String, String> names = new TreeMap<>();
    new Query(connection, TYPE_NAMES, List.copyOf(oids.keySet()), List.copyOf(oids.values()))
        .all(row -> names.put(row.getString(1), row.getString(2)));
    return new ResolvedNames(names, found);
  }

  /**
   * Before PostgreSQL 17 to_regtype throws for a text that is no type's name: that one is looked
   * for alone then.
   */
  private static Map<String, String> typeOids(Connection connection, Collection<String> types)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      Map<String, String> oids = new TreeMap<>();
      new Query(connection, TYPES, types).all(row -> put(oids, row.getString(1), row.getString(2)));
      connection.releaseSavepoint(before);
      return oids;
    } catch (SQLException refused) {
      connection.rollback(before);
      if (types.size() < 2) {
        return Map.of();
      }
      List<String> all = new ArrayList<>(types);
      Map<String, String> oids = new TreeMap<>();
      oids.putAll(typeOids(connection, all.subList(0, all.size() / 2)));
      oids.putAll(typeOids(connection, all.subList(all.size() / 2, all.size())));
      return oids;
    }
  }

  private static boolean put(Map<String, String> oids, String text, @Nullable String oid) {
    return oid != null && oids.put(text, oid) == null;
  }

  /** The type's name as PostgreSQL writes it; empty: there is no such type. */
  public Optional<String> type(String written) {
    return Optional.ofNullable(types.get(written));
  }

  /** The table of a name; empty: there is none. */
  public Optional<ResolvedTable> table(String written) {
    return Optional.ofNullable(tables.get(written));
  }
}
