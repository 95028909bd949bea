package org.plpython.deploy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a deploy says to the server, in its transaction, before anything else. */
record Opening(DeploySettings timing) {
  /** Any number that no other program is likely to lock: the ASCII codes of {@code plpython}. */
  static final long LOCK = 0x706c707974686f6eL;

  /** The manual's appendix A. */
  static final String LOCK_NOT_AVAILABLE = "55P03";

  /**
   * What the server writes of names and of constants in defaults and conditions, such as a point in
   * time, depends on these: all deployers see it, and mean it, alike.
   */
  private static final Map<String, String> WRITING =
      new TreeMap<>(
          Map.of(
              "quote_all_identifiers", "off",
              "datestyle", "ISO",
              "intervalstyle", "postgres",
              "timezone", "'UTC'",
              "bytea_output", "hex",
              "extra_float_digits", "1"));

  /** What costs more than it gives here; see {@link #settings}. */
  private static final Map<String, String> WORKING =
      new TreeMap<>(Map.of("check_function_bodies", "off", "jit", "off"));

  /** Everything that {@link #turn} and {@link #settings} set. */
  static List<String> names() {
    List<String> names = new ArrayList<>(List.of("lock_timeout", "statement_timeout"));
    names.addAll(WRITING.keySet());
    names.addAll(WORKING.keySet());
    return names;
  }

  /** The first statement of a transaction that is a deploy's own. */
  static final String ISOLATION = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED";

  /** Waits until no other deploy is on its way. */
  List<String> turn() {
    return List.of(
        timeout("lock_timeout", timing.turnTimeout()),
        timeout("statement_timeout", Duration.ZERO),
        "SELECT pg_catalog.pg_advisory_xact_lock(" + LOCK + ")");
  }

  /**
   * Sets how long the statements that follow wait, and that CREATE FUNCTION does not look into
   * bodies: that costs four fifths of its time, and the server has compiled them before. It
   * compiles none of our queries: that would take longer than any of them.
   */
  List<String> settings() {
    List<String> settings = new ArrayList<>();
    WRITING.forEach((name, value) -> settings.add(set(name, value)));
    settings.add(timeout("lock_timeout", timing.lockTimeout()));
    settings.add(timeout("statement_timeout", timing.statementTimeout()));
    WORKING.forEach((name, value) -> settings.add(set(name, value)));
    return settings;
  }

  /** The statements as a transaction of their own, which says all that before them. */
  List<String> script(List<String> statements) {
    List<String> script = new ArrayList<>(List.of("BEGIN", ISOLATION));
    script.addAll(turn());
    script.addAll(settings());
    script.addAll(statements);
    script.add("COMMIT");
    return script;
  }

  /** What to say of an error while waiting for one's turn: the error itself, or more. */
  SQLException explained(SQLException error) {
    if (LOCK_NOT_AVAILABLE.equals(error.getSQLState())) {
      throw new DeployException(
          """
          another deploy in this database has not ended for %d s, and this one waits no longer
            Wait for it, or give this one more time with --turn-timeout. Nothing was changed."""
              .formatted(timing.turnTimeout().toSeconds()));
    }
    return error;
  }

  private static String timeout(String setting, Duration time) {
    return set(setting, String.valueOf(time.toMillis()));
  }

  private static String set(String setting, String value) {
    return "SET LOCAL " + setting + " = " + value;
  }
}
