package org.plpython.differential;

/**
 * What must come of an SQL statement, as plain Python says.
 *
 * @param line of the call in the case's main file
 * @param function that it calls
 * @param message of the error, if there must be one
 */
record Expectation(int line, String function, Kind kind, String sql, String message) {

  /** What a statement is for. */
  enum Kind {
    /** Prepares the database. */
    SETUP,
    /** Gives pairs: what came, and what should. */
    RESULT,
    /** Fails with exactly this message. */
    ERROR,
    /** Fails with a message that holds this one: PostgreSQL has no such value. */
    REFUSED
  }
}
