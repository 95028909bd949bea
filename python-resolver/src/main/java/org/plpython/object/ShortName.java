package org.plpython.object;

/** Names of limited length, for columns of migration tools. */
public final class ShortName {
  private ShortName() {}

  /**
   * The text, or, if it is longer, its beginning and a hash of all of it: different texts have
   * different names.
   *
   * @param longest how many characters there may be
   */
  public static String of(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    String hash = " " + Checksum.ofText(text).shortened();
    return text.substring(0, longest - hash.length()) + hash;
  }
}
