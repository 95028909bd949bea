package org.plpython.descriptor;

/** What a function's result depends on; the manual's CREATE FUNCTION, under VOLATILE. */
public enum Volatility {
  /** On its arguments alone. */
  IMMUTABLE,
  /** On its arguments and, within one statement, on what the database holds. */
  STABLE,
  /** On anything; the default. */
  VOLATILE
}
