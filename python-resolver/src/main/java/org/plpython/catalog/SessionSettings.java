package org.plpython.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Settings of a session as they were.
 *
 * @param names of the settings; plain ones, without quotes
 * @param values in the same order, as the server shows them
 */
public record SessionSettings(List<String> names, List<String> values) {
  public SessionSettings {
    names = List.copyOf(names);
    values = List.copyOf(values);
  }

  /** As they are now. */
  public static SessionSettings read(Connection connection, List<String> names)
      throws SQLException {
    return new SessionSettings(
        names,
        new Query(connection, "SELECT " + calls("pg_catalog.current_setting('%s')", names))
            .one(row -> values(names.size(), row::getString)));
  }

  /** Sets them so, up to the end of the transaction. */
  public void restore(Connection connection) throws SQLException {
    new Query(
            connection,
            "SELECT " + calls("pg_catalog.set_config('%s', ?, true)", names),
            values.toArray())
        .one(row -> true);
  }

  private static String calls(String call, List<String> names) {
    return names.stream().map(call::formatted).collect(Collectors.joining(", "));
  }

  /** A column of a row. */
  private interface Column {
    String value(int number) throws SQLException;
  }

  private static List<String> values(int count, Column column) throws SQLException {
    String[] values = new String[count];
    for (int i = 0; i < count; i++) {
      values[i] = column.value(i + 1);
    }
    return List.of(values);
  }
}
