package org.plpython.object;

import java.util.Objects;
import java.util.Optional;

/**
 * A parameter of a routine.
 *
 * @param name in Python and in the database
 * @param type of its argument; of a variadic one the array's
 * @param passing how Python code gets it
 * @param defaultValue as SQL
 * @param defaultAtRunTime NULL stands for the default that Python computes
 * @param isOutput it is one of the results too
 */
public record Parameter(
    String name,
    ValueType type,
    Passing passing,
    Optional<String> defaultValue,
    boolean defaultAtRunTime,
    boolean isOutput) {
  public Parameter {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(passing);
    Objects.requireNonNull(defaultValue);
  }

  /** How Python code gets an argument; the language reference's section 8.7. */
  public enum Passing {
    /** By position. */
    POSITIONAL,
    /** By its name. */
    KEYWORD,
    /** {@code *name}: any number of arguments. */
    VARIADIC
  }

  Parameter asOutput() {
    return new Parameter(name, type, passing, defaultValue, defaultAtRunTime, true);
  }
}
