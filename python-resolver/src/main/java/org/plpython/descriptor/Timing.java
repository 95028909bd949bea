package org.plpython.descriptor;

/** When a row trigger fires. */
public enum Timing {
  /** Before the row is written: it may change the row or skip it. */
  BEFORE,
  /** After the row was written. */
  AFTER
}
