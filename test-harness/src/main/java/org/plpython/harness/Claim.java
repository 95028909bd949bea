package org.plpython.harness;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What one JVM owns on a server that it shares with others: all databases whose names bear its
 * mark. As long as it lives, a session of it holds an advisory lock of that mark; so the databases
 * of a JVM that was killed can be told from those of one that works.
 *
 * @param mark eight hexadecimal digits
 */
record Claim(String mark) {

  /** The letters "plpy". */
  private static final int FAMILY = 0x706c7079;

  /** The databases that nobody owns any more, and this role may drop. */
  static final String LEFTOVERS =
      """
      SELECT datname FROM pg_database
      WHERE datname ~ '^%1$s[0-9a-f]{8}_' AND pg_get_userbyid(datdba) = current_user
        AND NOT EXISTS (
          SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = %2$d
          AND objid::bigint = ('x' || substr(datname, %3$d, 8))::bit(32)::bigint)
      ORDER BY datname"""
          .formatted(PlPythonServer.NAMES, FAMILY, PlPythonServer.NAMES.length() + 1);

  static Claim random() {
    byte[] bytes = new byte[4];
    new SecureRandom().nextBytes(bytes);
    return new Claim(HexFormat.of().formatHex(bytes));
  }

  /** What the names of its databases begin with. */
  String names() {
    return PlPythonServer.NAMES + mark + "_";
  }

  /** The query that takes the lock. */
  String lock() {
    return "SELECT pg_advisory_lock_shared(%d, %d)"
        .formatted(FAMILY, Integer.parseUnsignedInt(mark, 16));
  }

  /** The query for its databases. */
  String databases() {
    return "SELECT datname FROM pg_database WHERE starts_with(datname, '" + names() + "')";
  }
}
