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
    String name =
        origin.substring((isVariable ? Setting.VARIABLE_PREFIX : Setting.PREFIX).length());
    Setting<?> nearest =
        Setting.ALL.stream()
            .min(Comparator.comparingInt(setting -> distance(plain(name), plain(setting.name()))))
            .orElseThrow();
    return "%s: there is no such setting. Did you mean %s?"
        .formatted(origin, isVariable ? nearest.variable() : nearest.property());
  }

  private static String plain(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }

  /** How many characters have to be put in, left out or replaced; Levenshtein's. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
