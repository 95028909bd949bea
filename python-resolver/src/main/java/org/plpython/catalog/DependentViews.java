package org.plpython.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.catalog.DependentDefinition.View;
import org.plpython.catalog.DependentDefinition.View.Storage;

/** Reads what makes a view, materialized or not. */
final class DependentViews {
  private static final String QUERY =
      """
      SELECT o.catalog, o.oid, o.sub, c.reloptions, a.amname, t.spcname, c.relispopulated,
        e.names
      FROM asked o
      JOIN pg_catalog.pg_class c ON c.oid = o.oid
      LEFT JOIN pg_catalog.pg_am a ON a.oid = c.relam
      LEFT JOIN pg_catalog.pg_tablespace t ON t.oid = c.reltablespace
      LEFT JOIN extension e ON e.catalog = o.catalog AND e.oid = o.oid""";

  private DependentViews() {}

  static Map<DependentAddress, DependentDefinition> read(
      DependentQuery query, Map<DependentAddress, DependentHead> views) throws SQLException {
    Map<DependentAddress, DependentAccess> access =
        DependentAccessReader.read(query, views.keySet());
    Map<DependentAddress, List<DependentColumn>> columns =
        DependentColumns.read(query, views.keySet());
    Map<DependentAddress, DependentDefinition> found = new HashMap<>();
    for (Row row : query.list(views.keySet(), QUERY, DependentViews::row)) {
      DependentHead head = views.get(row.view());
      DependentAccess its = access.get(row.view());
      if (head != null && its != null) {
        found.put(
            row.view(),
            new View(
                query(head),
                row.options(),
                row.storage(),
                its,
                columns.getOrDefault(row.view(), List.of())));
      }
    }
    return found;
  }

  private record Row(DependentAddress view, List<String> options, Optional<Storage> storage) {}

  private static Row row(ResultSet row) throws SQLException {
    return new Row(DependentAddress.read(row, 1), DependentQuery.texts(row, 4), storage(row));
  }

  /** The server's text begins with a space and ends with a semicolon. */
  private static String query(DependentHead head) {
    String sql = head.sql().orElseThrow();
    return sql.substring(0, sql.length() - 1).strip();
  }

  private static Optional<Storage> storage(ResultSet row) throws SQLException {
    Optional<String> tablespace = DependentQuery.text(row, 6);
    boolean isPopulated = row.getBoolean(7);
    List<String> extensions = DependentQuery.texts(row, 8);
    return DependentQuery.text(row, 5)
        .map(method -> new Storage(method, tablespace, isPopulated, extensions));
  }
}
