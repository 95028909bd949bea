package org.plpython.descriptor;

/** When a trigger fires. */
public enum Timing {
  /** Before the row is written: it may change the row or skip it. */
  BEFORE,
  /** After the row was written. */
  AFTER,
  /** In place of writing a row of a view. */
  INSTEAD_OF
}
