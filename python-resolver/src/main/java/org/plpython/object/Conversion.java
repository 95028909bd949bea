package org.plpython.object;

/** What stands between PL/Python's own value of an SQL type and the annotated Python type. */
public enum Conversion {
  /** PL/Python's own value is the annotated one; the manual's section 44.2.1. */
  NONE,
  /** {@code jsonb} arrives as text. */
  JSON,
  /** {@code uuid} arrives as text; any {@code uuid.UUID} leaves as text by itself. */
  UUID
}
