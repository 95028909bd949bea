package org.plpython.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a deploy says to the server, in its transaction, before anything else. */
record Opening(DeploySettings timing) {
  /** Any number that no other program is likely to lock: the ASCII codes of {@code plpython}. */
  static final long LOCK = 0x706c707974686f6eL;

  /**
   * What the server writes of names and of constants in defaults and conditions, such as a point in
   * time, depends on these: all deployers see it, and mean it, alike.
   */
  private static final List<String> WRITING =
      List.of(
          "SET LOCAL quote_all_identifiers = off",
          "SET LOCAL datestyle = ISO",
          "SET LOCAL intervalstyle = postgres",
          "SET LOCAL timezone = 'UTC'",
          "SET LOCAL bytea_output = hex",
          "SET LOCAL extra_float_digits = 1");

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
    List<String> settings = new ArrayList<>(WRITING);
    settings.add(timeout("lock_timeout", timing.lockTimeout()));
    settings.add(timeout("statement_timeout", timing.statementTimeout()));
    settings.add("SET LOCAL check_function_bodies = off");
    return settings;
  }

  private static String timeout(String setting, Duration time) {
    return "SET LOCAL " + setting + " = " + time.toMillis();
  }
}
