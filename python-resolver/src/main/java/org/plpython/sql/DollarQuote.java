package org.plpython.sql;

/** Dollar-quoted SQL constants; the manual's section 4.1.2.4. */
final class DollarQuote {
  private static final String TAG = "python";

  private DollarQuote() {}

  /** The text between tags that it does not contain, nor makes at its end. */
  static String quote(String text) {
    String tag = "$" + TAG + "$";
    for (int i = 1; (text + tag).indexOf(tag) < text.length(); i++) {
      tag = "$" + TAG + i + "$";
    }
    return tag + text + tag;
  }
}
