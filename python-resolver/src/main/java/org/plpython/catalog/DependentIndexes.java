package org.plpython.catalog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.plpython.catalog.DependentDefinition.Constraint;
import org.plpython.catalog.DependentDefinition.Index;

/** Reads indexes with their partitions, and constraints with the indexes behind them. */
final class DependentIndexes {
  /** Each index's own row comes first; a constraint makes those of partitions itself. */
  private static final String QUERY =
      """
      , one AS (
        SELECT o.catalog, o.oid AS root, o.oid, 0::oid AS parent, 0 AS depth
        FROM asked o WHERE o.catalog = 'pg_catalog.pg_class'::regclass
        UNION ALL
        SELECT o.catalog, o.root, i.inhrelid, o.oid, o.depth + 1
        FROM one o JOIN pg_catalog.pg_inherits i ON i.inhparent = o.oid),
      each_index AS (
        SELECT * FROM one
        UNION ALL
        SELECT o.catalog, c.oid, c.conindid, 0, 0
        FROM asked o JOIN pg_catalog.pg_constraint c
          ON o.catalog = 'pg_catalog.pg_constraint'::regclass AND c.oid = o.oid
        WHERE c.contype IN ('p', 'u', 'x'))
      SELECT o.catalog, o.root, 0,
        pg_catalog.format('%I.%I', cn.nspname, c.relname), pg_catalog.quote_ident(c.relname),
        pg_catalog.format('%I.%I', tn.nspname, t.relname),
        pg_catalog.pg_get_indexdef(o.oid),
        (SELECT pg_catalog.format('%I.%I', n.nspname, p.relname)
          FROM pg_catalog.pg_class p
          JOIN pg_catalog.pg_namespace n ON n.oid = p.relnamespace WHERE p.oid = o.parent),
        pg_catalog.obj_description(o.oid, 'pg_class'), s.spcname,
        i.indisclustered, i.indisreplident,
        ARRAY(SELECT a.attnum::int FROM pg_catalog.pg_attribute a
          WHERE a.attrelid = o.oid AND a.attstattarget >= 0 ORDER BY a.attnum),
        ARRAY(SELECT a.attstattarget::int FROM pg_catalog.pg_attribute a
          WHERE a.attrelid = o.oid AND a.attstattarget >= 0 ORDER BY a.attnum),
        e.names
      FROM each_index o
      JOIN pg_catalog.pg_index i ON i.indexrelid = o.oid
      JOIN pg_catalog.pg_class c ON c.oid = o.oid
      JOIN pg_catalog.pg_namespace cn ON cn.oid = c.relnamespace
      JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
      JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
      LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace
      LEFT JOIN extension e
        ON e.catalog = 'pg_catalog.pg_class'::regclass AND e.oid = o.oid
      ORDER BY o.depth, 6, 4""";

  private DependentIndexes() {}

  static Map<DependentAddress, DependentDefinition> read(
      DependentQuery query, Map<DependentAddress, DependentHead> indexes) throws SQLException {
    Map<DependentAddress, DependentDefinition> found = new HashMap<>();
    readAll(query, indexes.keySet()).forEach((index, its) -> found.put(index, new Index(its)));
    return found;
  }

  static Map<DependentAddress, DependentDefinition> readConstraints(
      DependentQuery query, Map<DependentAddress, DependentHead> constraints) throws SQLException {
    Map<DependentAddress, List<DependentIndex>> indexes = readAll(query, constraints.keySet());
    Map<DependentAddress, DependentDefinition> found = new HashMap<>();
    constraints.forEach(
        (constraint, head) ->
            found.put(
                constraint,
                new Constraint(
                    head.relation().orElseGet(() -> head.names().get(0)),
                    head.last(),
                    head.sql().orElseThrow(),
                    indexes.getOrDefault(constraint, List.of()).stream().findFirst())));
    return found;
  }

  private static Map<DependentAddress, List<DependentIndex>> readAll(
      DependentQuery query, Collection<DependentAddress> objects) throws SQLException {
    Map<DependentAddress, List<DependentIndex>> found = new HashMap<>();
    query.list(
        objects,
        QUERY,
        row ->
            found
                .computeIfAbsent(DependentAddress.read(row, 1), object -> new ArrayList<>())
                .add(index(row)));
    return found;
  }

  private static DependentIndex index(ResultSet row) throws SQLException {
    return new DependentIndex(
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        DependentQuery.text(row, 8),
        DependentQuery.text(row, 9),
        DependentQuery.text(row, 10),
        row.getBoolean(11),
        row.getBoolean(12),
        statistics(row.getArray(13), row.getArray(14)),
        DependentQuery.texts(row, 15));
  }

  private static List<DependentIndex.Statistics> statistics(Array columns, Array targets)
      throws SQLException {
    Integer[] numbers = (Integer[]) columns.getArray();
    Integer[] values = (Integer[]) targets.getArray();
    return IntStream.range(0, numbers.length)
        .mapToObj(i -> new DependentIndex.Statistics(numbers[i], values[i]))
        .toList();
  }
}
