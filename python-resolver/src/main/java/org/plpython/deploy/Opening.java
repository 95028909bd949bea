package org.plpython.deploy;

import java.time.Duration;
import java.util.List;

/** What a deploy says to the server, in its transaction, before anything else. */
record Opening(DeploySettings timing) {
  /** Any number that no other program is likely to lock: the ASCII codes of {@code plpython}. */
  static final long LOCK = 0x706c707974686f6eL;

  /** Waits until no other deploy is on its way. */
  List<String> turn() {
    return List.of(
        "SET TRANSACTION ISOLATION LEVEL READ COMMITTED",
        timeout("lock_timeout", timing.turnTimeout()),
        timeout("statement_timeout", Duration.ZERO),
        "SELECT pg_catalog.pg_advisory_xact_lock(" + LOCK + ")");
  }

  /**
   * Sets how long the statements that follow wait, and that CREATE FUNCTION does not look into
   * bodies: that costs four fifths of its time, and the server has compiled them before.
   */
  List<String> settings() {
    return List.of(
        timeout("lock_timeout", timing.lockTimeout()),
        timeout("statement_timeout", timing.statementTimeout()),
        "SET LOCAL check_function_bodies = off");
  }

  private static String timeout(String setting, Duration time) {
    return "SET LOCAL " + setting + " = " + time.toMillis();
  }
}
