package org.plpython.descriptor;

/** What an event trigger fires for; the manual's section 38.1. */
public enum DatabaseEvent {
  /** Before a command that changes the schema. */
  DDL_COMMAND_START,
  /** After it. */
  DDL_COMMAND_END,
  /** After objects were dropped. */
  SQL_DROP,
  /** Before a table is rewritten. */
  TABLE_REWRITE,
  /** When a session begins. */
  LOGIN
}
