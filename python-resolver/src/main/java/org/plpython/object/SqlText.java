package org.plpython.object;

/** String constants in SQL; the manual's section 4.1.2.1. */
public final class SqlText {
  private SqlText() {}

  /** The text as a constant that does not depend on standard_conforming_strings. */
  public static String quote(String text) {
    String doubled = text.replace("'", "''");
    return text.indexOf('\\') < 0
        ? "'" + doubled + "'"
        : "E'" + doubled.replace("\\", "\\\\") + "'";
  }
}
