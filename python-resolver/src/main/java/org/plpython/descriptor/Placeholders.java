package org.plpython.descriptor;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.plpython.InvalidSettingException;

/**
 * Values for {@code ${name}} in options and types, which are then read as if the value were written
 * there. A value is taken as it is: placeholders in it are none.
 *
 * @param values by name, in any case; where there are none, nothing is a placeholder
 * @param refused names that an author may expect to have a value, and why they have none
 * @param prefix what a placeholder begins with
 * @param suffix what it ends with
 */
public record Placeholders(
    Map<String, String> values, Map<String, String> refused, String prefix, String suffix) {
  /** What they begin and end with where nobody says otherwise. */
  private static final String PREFIX = "${";

  private static final String SUFFIX = "}";

  /** Everything stands as it is written. */
  public static final Placeholders NONE = of(Map.of());

  /**
   * Checks the names.
   *
   * @throws InvalidSettingException if two differ in nothing but their case, or if there is no
   *     prefix or no suffix
   */
  public Placeholders {
    values = byName(values);
    refused = byName(refused);
    if (prefix.isEmpty() || suffix.isEmpty()) {
      throw new InvalidSettingException(
          "Placeholders need a prefix and a suffix, such as " + PREFIX + " and " + SUFFIX + ".");
    }
  }

  /** The same without names that are refused. */
  public Placeholders(Map<String, String> values, String prefix, String suffix) {
    this(values, Map.of(), prefix, suffix);
  }

  /** Values for {@code ${name}}. */
  public static Placeholders of(Map<String, String> values) {
    return new Placeholders(values, PREFIX, SUFFIX);
  }

  private static Map<String, String> byName(Map<String, String> entries) {
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      if (sorted.put(entry.getKey(), entry.getValue()) != null) {
        throw new InvalidSettingException(
            "The placeholder '"
                + entry.getKey()
                + "' has two values: its name is the same in capitals and in small letters.");
      }
    }
    return Collections.unmodifiableMap(sorted);
  }

  /**
   * The text with values.
   *
   * @param mistake takes a message and an advice for a placeholder without a value, in whose place
   *     something stands that the text can be read with
   */
  public String in(String text, BiConsumer<String, String> mistake) {
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    int start = values.isEmpty() ? -1 : text.indexOf(prefix);
    while (start >= 0) {
      int end = text.indexOf(suffix, start + prefix.length());
      if (end < 0) {
        mistake.accept(
            "the placeholder '" + text.substring(start) + "' has no end",
            "Write " + suffix + " after its name.");
        return replaced.append(text, from, start) + standIn(text.substring(start));
      }
      replaced.append(text, from, start);
      replaced.append(value(text.substring(start + prefix.length(), end), mistake));
      from = end + suffix.length();
      start = text.indexOf(prefix, from);
    }
    return replaced.append(text.substring(from)).toString();
  }

  private String value(String name, BiConsumer<String, String> mistake) {
    if (values.containsKey(name)) {
      return values.get(name);
    } else if (refused.containsKey(name)) {
      mistake.accept("the placeholder " + written(name) + " has no value", refused.get(name));
    } else {
      mistake.accept(
          "there is no placeholder " + written(name),
          Spelling.didYouMean(name, values.keySet())
              + "There are: "
              + String.join(", ", values.keySet())
              + ".");
    }
    return standIn(name);
  }

  /** A word of SQL. */
  private static String standIn(String name) {
    return name.replaceAll("\\W", "_");
  }

  private String written(String name) {
    return "'" + prefix + name + suffix + "'";
  }
}
