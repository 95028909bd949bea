package org.plpython.thirdparty.icu;

/**
 * Stands in for ICU's class of the same name, over {@link Character}.
 *
 * <p>Java knows the characters' names but not their aliases ({@code NBSP}), and no character may be
 * refused because of that: a name unknown here is taken for an alias of some other character. Only
 * the value of a constant differs, and no rule of ours reads it; a name that does not exist is
 * found by the server's Python.
 */
public final class UCharacter {
  private static final int REPLACEMENT_CHARACTER = 0xFFFD;
  private static final int UNKNOWN = -1;

  private UCharacter() {}

  /** Whether the code point has the property, one of {@link UProperty}'s. */
  public static boolean hasBinaryProperty(int codePoint, int property) {
    return property == UProperty.XID_START
        ? Character.isUnicodeIdentifierStart(codePoint)
        : Character.isUnicodeIdentifierPart(codePoint)
            && !Character.isIdentifierIgnorable(codePoint);
  }

  /** The code point of that Unicode name, or -1. */
  public static int getCharFromName(String name) {
    try {
      return Character.codePointOf(name);
    } catch (IllegalArgumentException unknownName) {
      return UNKNOWN;
    }
  }

  /** Always -1: Java has no extended names. */
  public static int getCharFromExtendedName(String name) {
    return UNKNOWN;
  }

  /** U+FFFD for every name; see the class comment. */
  public static int getCharFromNameAlias(String name) {
    return REPLACEMENT_CHARACTER;
  }
}
