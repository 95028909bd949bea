package org.plpython.flyway;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A setting as somebody gave it.
 *
 * @param origin the property's or the environment variable's name
 * @param value a text, or what Flyway made of a TOML file's value
 */
record GivenSetting(String origin, Object value) {

  /** By their names without the prefix, those of a tree of settings, such as a TOML table. */
  static Map<String, GivenSetting> ofTree(Map<?, ?> tree) {
    Map<String, GivenSetting> given = new TreeMap<>();
    tree.forEach((key, value) -> add(String.valueOf(key), value, given));
    return given;
  }

  private static void add(String name, @Nullable Object value, Map<String, GivenSetting> given) {
    if (value instanceof Map<?, ?> table) {
      table.forEach((key, inner) -> add(name + "." + key, inner, given));
    } else if (value != null) {
      given.put(name, new GivenSetting(Setting.PREFIX + name, value));
    }
  }

  /**
   * The same of the process that we run in: its system properties, and its environment where those
   * say nothing. A variable that belongs to no setting keeps its own name.
   */
  static Map<String, GivenSetting> ofProcess(Properties properties, Map<String, String> variables) {
    Map<String, GivenSetting> given = new TreeMap<>();
    variables.forEach(
        (name, value) -> {
          if (name.startsWith(Setting.VARIABLE_PREFIX) && !value.isBlank()) {
            given.put(settingOf(name), new GivenSetting(name, value));
          }
        });
    for (String name : properties.stringPropertyNames()) {
      String value = properties.getProperty(name);
      if (name.startsWith(Setting.PREFIX) && !value.isBlank()) {
        given.put(name.substring(Setting.PREFIX.length()), new GivenSetting(name, value));
      }
    }
    return given;
  }

  private static String settingOf(String variable) {
    return Setting.ALL.stream()
        .filter(setting -> setting.variable().equals(variable))
        .findFirst()
        .<String>map(Setting::name)
        .orElse(variable);
  }
}
