package org.plpython.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.catalog.DependentAccess.Grant;
import org.plpython.catalog.DependentDefinition.GeneratedColumn;

/** Reads generated columns. */
final class DependentGeneratedColumns {
  /** The last column is false exactly where {@link DependentEdges} goes on. */
  private static final String QUERY =
      """
      SELECT o.catalog, o.oid, o.sub,
        pg_catalog.format_type(a.atttypid, a.atttypmod)
          || CASE WHEN l.oid IS NULL THEN ''
            ELSE pg_catalog.format(' COLLATE %I.%I', n.nspname, l.collname) END,
        pg_catalog.pg_get_expr(d.adbin, d.adrelid),
        CASE WHEN a.attnotnull THEN coalesce(
          (SELECT pg_catalog.quote_ident(c.conname) FROM pg_catalog.pg_constraint c
            WHERE c.conrelid = o.oid AND c.contype = 'n' AND c.conkey = ARRAY[a.attnum]), '')
        END,
        pg_catalog.quote_ident(a.attname), pg_catalog.pg_get_userbyid(k.relowner),
        NOT a.attnotnull AND pg_catalog.current_setting('server_version_num')::int >= 170000
      FROM asked o
      JOIN pg_catalog.pg_class k ON k.oid = o.oid
      JOIN pg_catalog.pg_attribute a ON a.attrelid = o.oid AND a.attnum = o.sub
      JOIN pg_catalog.pg_attrdef d ON d.adrelid = o.oid AND d.adnum = o.sub
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_catalog.pg_collation l
        ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
      LEFT JOIN pg_catalog.pg_namespace n ON n.oid = l.collnamespace""";

  private DependentGeneratedColumns() {}

  private record Row(
      DependentAddress address,
      String type,
      String expression,
      Optional<String> notNull,
      String name,
      String owner,
      boolean isKept) {}

  static Map<DependentAddress, DependentDefinition> read(
      DependentQuery query, Map<DependentAddress, DependentHead> columns) throws SQLException {
    Map<DependentAddress, List<DependentColumn>> settings =
        DependentColumns.read(query, columns.keySet());
    Map<DependentAddress, List<Grant>> grants =
        DependentAccessReader.readColumns(query, columns.keySet());
    Map<DependentAddress, DependentDefinition> found = new HashMap<>();
    for (Row row : query.list(columns.keySet(), QUERY, DependentGeneratedColumns::row)) {
      found.put(
          row.address(),
          new GeneratedColumn(
              row.name(),
              row.type(),
              row.expression(),
              row.notNull(),
              row.isKept(),
              settings.getOrDefault(row.address(), List.of()).stream().findFirst(),
              row.owner(),
              grants.getOrDefault(row.address(), List.of())));
    }
    return found;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        DependentAddress.read(row, 1),
        row.getString(4),
        row.getString(5),
        DependentQuery.text(row, 6),
        row.getString(7),
        row.getString(8),
        row.getBoolean(9));
  }
}
