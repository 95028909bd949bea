package org.plpython.settings;

import java.util.Comparator;
import java.util.Locale;

/** What is said of a name that no setting has. */
public final class UnknownSetting {
  private UnknownSetting() {}

  /**
   * A sentence that names the setting that is meant most likely.
   *
   * @param given under a property's or an environment variable's name
   */
  public static String message(GivenSetting given, Tool tool) {
    String key = given.key();
    boolean isVariable = key.startsWith(tool.variablePrefix());
    String name = plain(key).replaceFirst("^.*?plpython", "");
    Setting<?> nearest =
        tool.settings().stream()
            .max(Comparator.comparingDouble(it -> likeness(name, plain(it.name()))))
            .orElseThrow();
    return "%s: there is no such setting. Did you mean %s?"
        .formatted(
            given.origin(),
            isVariable
                ? tool.variable(nearest)
                : key.substring(0, Math.max(0, key.indexOf(tool.prefix())))
                    + tool.property(nearest));
  }

  /** A name without what spellings of it differ in. */
  public static String plain(String name) {
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
