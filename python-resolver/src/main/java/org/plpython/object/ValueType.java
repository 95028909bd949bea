package org.plpython.object;

import java.util.Objects;

/**
 * The type of an argument, a result or a column.
 *
 * @param sql as PostgreSQL itself writes it: {@code double precision}, {@code text[]}
 * @param conversion of its values
 */
public record ValueType(String sql, Conversion conversion) {
  public ValueType {
    Objects.requireNonNull(sql);
    Objects.requireNonNull(conversion);
  }

  /** The array type; PostgreSQL's arrays have any number of dimensions. */
  ValueType array() {
    return isArray() ? this : new ValueType(sql + "[]", new Conversion.Each(conversion));
  }

  /** Whether the Python value is a list. */
  public boolean isArray() {
    return conversion instanceof Conversion.Each;
  }
}
