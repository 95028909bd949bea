package org.plpython.descriptor;

/** In which sessions a trigger fires; the manual's session_replication_role. */
public enum EnabledState {
  /** In all but those that replay replicated changes; what a new trigger has. */
  ORIGIN,
  /** In all. */
  ALWAYS,
  /** Only in those that replay replicated changes. */
  REPLICA,
  /** In none. */
  DISABLED
}
