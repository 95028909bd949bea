package org.plpython.object;

import java.util.Objects;
import java.util.Optional;

/**
 * A parameter of a function.
 *
 * @param name in Python and in the database
 * @param byKeyword Python code must name it in a call
 * @param defaultValue as SQL
 */
public record Parameter(
    String name, ValueType type, boolean byKeyword, Optional<String> defaultValue) {
  public Parameter {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(defaultValue);
  }
}
