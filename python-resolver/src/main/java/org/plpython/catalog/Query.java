package org.plpython.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query over one connection, with its arguments. */
final class Query {
  private final Connection connection;
  private final String sql;
  private final Object[] arguments;

  /** Arguments are strings, or collections of strings, which become arrays of text. */
  Query(Connection connection, String sql, Object... arguments) {
    this.connection = connection;
    this.sql = sql;
    this.arguments = arguments.clone();
  }

  /** What is made of a row. */
  interface Row<T> {
    /** Reads the columns that it wants. */
    T read(ResultSet row) throws SQLException;
  }

  /** Each row, in their order. */
  <T> List<T> all(Row<T> reader) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        query.setObject(i + 1, argument(arguments[i]));
      }
      try (ResultSet rows = query.executeQuery()) {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
          read.add(reader.read(rows));
        }
        return read;
      }
    }
  }

  /** The one row. */
  <T> T one(Row<T> reader) throws SQLException {
    return all(reader).get(0);
  }

  private Object argument(Object value) throws SQLException {
    return value instanceof Collection<?> texts
        ? connection.createArrayOf("text", texts.toArray())
        : value;
  }

  /** The elements of an array of text; nothing for NULL. */
  static List<String> texts(ResultSet row, String column) throws SQLException {
    java.sql.@Nullable Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
