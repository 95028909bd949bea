package org.plpython.descriptor;

/** What SQL can do with a routine. */
public enum RoutineKind {
  /** Used in expressions and queries. */
  FUNCTION,
  /** Called by CALL, where it may end transactions. */
  PROCEDURE
}
