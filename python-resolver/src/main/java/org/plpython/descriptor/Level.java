package org.plpython.descriptor;

/** How often a trigger fires. */
public enum Level {
  /** Once for each row; the default. */
  ROW,
  /** Once for each statement, also for one that touches no row. */
  STATEMENT
}
