package org.plpython.object;

import java.util.Objects;

/**
 * The type of an argument or a result.
 *
 * @param sql as PostgreSQL itself writes it: {@code double precision}, {@code text[]}
 * @param conversion of the value, or of each element of an array
 * @param isArray the Python value is a list
 */
public record ValueType(String sql, Conversion conversion, boolean isArray) {
  public ValueType {
    Objects.requireNonNull(sql);
    Objects.requireNonNull(conversion);
  }

  /** An SQL type with one value. */
  static ValueType of(String sql, Conversion conversion) {
    return new ValueType(sql, conversion, false);
  }

  /** The array type; PostgreSQL's arrays have any number of dimensions. */
  ValueType array() {
    return isArray ? this : new ValueType(sql + "[]", conversion, true);
  }
}
