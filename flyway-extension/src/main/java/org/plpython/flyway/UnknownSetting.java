package org.plpython.flyway;

import java.util.Comparator;
import java.util.Locale;

/** What is said of a name that no setting has. */
final class UnknownSetting {
  private UnknownSetting() {}

  /**
   * A sentence that names the setting that is meant most likely.
   *
   * @param origin the property's or the environment variable's name
   */
  static String message(String origin) {
    boolean isVariable = origin.startsWith(Setting.VARIABLE_PREFIX);
    String prefix = isVariable ? Setting.VARIABLE_PREFIX : Setting.PREFIX;
    int start = origin.indexOf(prefix);
    String name = origin.substring(start + prefix.length());
    Setting<?> nearest =
        Setting.ALL.stream()
            .max(Comparator.comparingDouble(it -> likeness(plain(name), plain(it.name()))))
            .orElseThrow();
    return "%s: there is no such setting. Did you mean %s?"
        .formatted(
            origin,
            isVariable ? nearest.variable() : origin.substring(0, start) + nearest.property());
  }

  /** A name without what spellings of it differ in. */
  static String plain(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }

  /** From 0 to 1: how much of two texts is their longest common subsequence. */
  private static double likeness(String one, String other) {
    int[][] longest = new int[one.length() + 1][other.length() + 1];
    for (int i = 1; i <= one.length(); i++) {
      for (int j = 1; j <= other.length(); j++) {
        longest[i][j] =
            one.charAt(i - 1) == other.charAt(j - 1)
                ? longest[i - 1][j - 1] + 1
                : Math.max(longest[i - 1][j], longest[i][j - 1]);
      }
    }
    return 2.0 * longest[one.length()][other.length()] / (one.length() + other.length());
  }
}
