package org.plpython.harness.assertions;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Java values on their way to the server and back. */
final class SqlValues {

  /** What elements of a list are in SQL; all others are text. */
  private static final Map<Class<?>, String> ELEMENTS =
      Map.of(
          Boolean.class, "boolean",
          Integer.class, "integer",
          Long.class, "bigint",
          Double.class, "double precision",
          BigDecimal.class, "numeric",
          UUID.class, "uuid");

  /** What the driver is to make of dates and times. */
  private static final Map<String, Class<?>> TIMES =
      Map.of(
          "timestamptz", OffsetDateTime.class,
          "timestamp", LocalDateTime.class,
          "date", LocalDate.class,
          "time", LocalTime.class);

  private SqlValues() {}

  /** A string has no type of its own, as a literal in SQL has none. */
  static void bind(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    if (value == null || value instanceof String) {
      statement.setObject(place, value, Types.OTHER);
    } else if (value instanceof List<?> list) {
      statement.setArray(place, array(statement.getConnection(), list));
    } else {
      statement.setObject(place, value);
    }
  }

  private static Array array(Connection connection, List<?> list) throws SQLException {
    String type =
        list.stream()
            .filter(element -> element != null)
            .findFirst()
            .map(element -> ELEMENTS.getOrDefault(element.getClass(), "text"))
            .orElse("text");
    return connection.createArrayOf(type, list.toArray());
  }

  /** Arrays become lists; what Java has no class for stays text. */
  static @Nullable Object read(ResultSet row, int column) throws SQLException {
    Class<?> time = TIMES.get(row.getMetaData().getColumnTypeName(column));
    Object value = time == null ? row.getObject(column) : row.getObject(column, time);
    if (value instanceof Array array) {
      return list(array.getArray());
    }
    return value instanceof PGobject object ? object.getValue() : value;
  }

  private static Object list(Object value) {
    return value instanceof Object[] elements
        ? Arrays.stream(elements).map(element -> element == null ? null : list(element)).toList()
        : value;
  }

  /** Numbers are equal by value, instants whatever their zone, and anything by its text. */
  static boolean equal(@Nullable Object actual, @Nullable Object expected) {
    if (actual == null || expected == null) {
      return actual == expected;
    }
    if (actual instanceof Number left && expected instanceof Number right) {
      return decimal(left).compareTo(decimal(right)) == 0;
    }
    if (actual instanceof OffsetDateTime left && expected instanceof OffsetDateTime right) {
      return left.isEqual(right);
    }
    if (actual instanceof byte[] left && expected instanceof byte[] right) {
      return Arrays.equals(left, right);
    }
    if (actual instanceof List<?> left && expected instanceof List<?> right) {
      return equalLists(left, right);
    }
    return actual.equals(expected);
  }

  static boolean equalLists(
      List<? extends @Nullable Object> actual, List<? extends @Nullable Object> expected) {
    if (actual.size() != expected.size()) {
      return false;
    }
    for (int i = 0; i < actual.size(); i++) {
      if (!equal(actual.get(i), expected.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static BigDecimal decimal(Number number) {
    return new BigDecimal(number.toString());
  }
}
