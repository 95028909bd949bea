package org.plpython.catalog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks one question about many objects at once. */
record DependentQuery(Connection connection) {
  /**
   * Comes before each question: the objects are {@code asked(catalog, oid, sub)}; the {@code
   * extension(catalog, oid, names)} of an object take it with them when they are dropped.
   */
  private static final String ASKED =
      """
      WITH RECURSIVE asked (catalog, oid, sub) AS (
        SELECT * FROM unnest(?::oid[], ?::oid[], ?::int[])),
      extension (catalog, oid, names) AS (
        SELECT d.classid, d.objid, array_agg(e.extname::text ORDER BY e.extname)
        FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
        WHERE d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.deptype = 'x'
        GROUP BY d.classid, d.objid)
      """;

  /** Makes something of a row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Asks nothing where there is nothing to ask about. */
  <T> List<T> list(Collection<DependentAddress> objects, String select, RowReader<T> reader)
      throws SQLException {
    return objects.isEmpty() ? List.of() : ask(objects, select, reader);
  }

  private <T> List<T> ask(Collection<DependentAddress> objects, String select, RowReader<T> reader)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ASKED + select)) {
      query.setArray(1, array("oid", objects.stream().map(DependentAddress::catalog).toArray()));
      query.setArray(2, array("oid", objects.stream().map(DependentAddress::oid).toArray()));
      query.setArray(3, array("int4", objects.stream().map(DependentAddress::column).toArray()));
      try (ResultSet rows = query.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reader.read(rows));
        }
        return found;
      }
    }
  }

  private Array array(String type, Object[] values) throws SQLException {
    return connection.createArrayOf(type, values);
  }

  /** An array of text, in which nothing is NULL; empty where it is NULL itself. */
  static List<String> texts(ResultSet row, int column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  /** A text that may be NULL. */
  static Optional<String> text(ResultSet row, int column) throws SQLException {
    @Nullable String text = row.getString(column);
    return Optional.ofNullable(text);
  }
}
