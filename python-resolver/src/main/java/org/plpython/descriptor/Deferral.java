package org.plpython.descriptor;

/** When a constraint trigger fires; the manual's SET CONSTRAINTS. */
public enum Deferral {
  /** At the end of each statement; the default. */
  NOT_DEFERRABLE,
  /** At the end of each statement, unless the transaction defers it. */
  INITIALLY_IMMEDIATE,
  /** At the end of the transaction, unless the transaction wants it at once. */
  INITIALLY_DEFERRED
}
