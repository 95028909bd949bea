package org.plpython.yaml;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What plain scalars mean by YAML 1.2's core schema, which editors follow: {@code on}, {@code yes}
 * and {@code 2026-01-01} are strings.
 */
final class Scalars {
  /** No number that a descriptor needs is longer, and long ones take long to read. */
  private static final int LONGEST_NUMBER = 100;

  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
  private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");

  private Scalars() {}

  /** A {@link String}, {@link BigInteger}, {@link Double} or {@link Boolean}, or null. */
  static @Nullable Object valueOf(String plain) {
    if (plain.length() > LONGEST_NUMBER) {
      return plain;
    } else if (NULL.matcher(plain).matches()) {
      return null;
    } else if (BOOLEAN.matcher(plain).matches()) {
      return plain.toLowerCase(Locale.ROOT).equals("true");
    } else if (INTEGER.matcher(plain).matches()) {
      return new BigInteger(plain);
    } else if (OCTAL.matcher(plain).matches()) {
      return new BigInteger(plain.substring(2), 8);
    } else if (HEXADECIMAL.matcher(plain).matches()) {
      return new BigInteger(plain.substring(2), 16);
    }
    return FLOAT.matcher(plain).matches() ? (Object) Double.valueOf(plain) : plain;
  }
}
