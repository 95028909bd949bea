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

  /** Whether PostgreSQL's text can hold it: no NUL, no half of a surrogate pair. */
  static boolean isText(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
  }
}
