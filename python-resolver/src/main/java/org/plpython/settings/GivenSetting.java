package org.plpython.settings;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A setting as somebody gave it.
 *
 * @param key the property's or the environment variable's name
 * @param value a text, or what the tool made of a TOML file's value
 * @param place where it stands; empty: the key tells
 */
public record GivenSetting(String key, Object value, String place) {

  /** One whose key tells where it stands. */
  public GivenSetting(String key, Object value) {
    this(key, value, "");
  }

  /** What messages call it. */
  public String origin() {
    return place.isEmpty() ? key : key + " (" + place + ")";
  }

  /** By their names without the prefix, those of a tree of settings, such as a TOML table. */
  public static Map<String, GivenSetting> ofTree(Map<?, ?> tree, Tool tool) {
    Map<String, GivenSetting> given = new TreeMap<>();
    tree.forEach((key, value) -> add(tool.prefix(), String.valueOf(key), value, given));
    return given;
  }

  private static void add(
      String prefix, String name, @Nullable Object value, Map<String, GivenSetting> given) {
    if (value instanceof Map<?, ?> table) {
      table.forEach((key, inner) -> add(prefix, name + "." + key, inner, given));
    } else if (value != null) {
      given.put(name, new GivenSetting(prefix + name, value));
    }
  }

  /**
   * The same of the process that we run in: its system properties, and its environment where those
   * say nothing. A variable that belongs to no setting keeps its own name.
   */
  public static Map<String, GivenSetting> ofProcess(
      Properties properties, Map<String, String> variables, Tool tool) {
    Map<String, GivenSetting> given = new TreeMap<>();
    variables.forEach(
        (name, value) -> {
          if (name.startsWith(tool.variablePrefix()) && !value.isBlank()) {
            given.put(settingOf(name, tool), new GivenSetting(name, value));
          }
        });
    for (String name : properties.stringPropertyNames()) {
      String value = properties.getProperty(name);
      if (name.startsWith(tool.prefix()) && !value.isBlank()) {
        given.put(name.substring(tool.prefix().length()), new GivenSetting(name, value));
      }
    }
    return given;
  }

  private static String settingOf(String variable, Tool tool) {
    return tool.settings().stream()
        .filter(setting -> tool.variable(setting).equals(variable))
        .findFirst()
        .<String>map(Setting::name)
        .orElse(variable);
  }
}
