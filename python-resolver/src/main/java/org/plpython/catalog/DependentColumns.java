package org.plpython.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the settings of columns: of one, or of all that a relation has. */
final class DependentColumns {
  /** The options are those that people can set; PostgreSQL 15.20 keeps one of its own there too. */
  private static final String QUERY =
      """
      SELECT * FROM (
        SELECT o.catalog, o.oid, o.sub, a.attname,
          pg_catalog.col_description(a.attrelid, a.attnum),
          CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END,
          CASE WHEN a.attstorage <> t.typstorage THEN
            CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN'
              WHEN 'x' THEN 'EXTENDED' END
          END,
          CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END,
          (SELECT array_agg(o ORDER BY o) FROM unnest(a.attoptions) o
            WHERE o LIKE 'n\\_distinct%')
        FROM asked o
        JOIN pg_catalog.pg_attribute a
          ON a.attrelid = o.oid AND a.attnum > 0 AND (o.sub = 0 OR o.sub = a.attnum)
        JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
        ORDER BY a.attnum
      ) AS c (catalog, oid, sub, name, comment, statistics, storage, compression, options)
      WHERE num_nonnulls(comment, statistics, storage, compression, options) > 0""";

  private DependentColumns() {}

  static Map<DependentAddress, List<DependentColumn>> read(
      DependentQuery query, Collection<DependentAddress> objects) throws SQLException {
    Map<DependentAddress, List<DependentColumn>> found = new HashMap<>();
    query.list(
        objects,
        QUERY,
        row ->
            found
                .computeIfAbsent(DependentAddress.read(row, 1), object -> new ArrayList<>())
                .add(column(row)));
    return found;
  }

  private static DependentColumn column(ResultSet row) throws SQLException {
    return new DependentColumn(
        row.getString(4),
        DependentQuery.text(row, 5),
        DependentQuery.text(row, 6).map(Integer::valueOf),
        DependentQuery.text(row, 7),
        DependentQuery.text(row, 8),
        DependentQuery.texts(row, 9));
  }
}
