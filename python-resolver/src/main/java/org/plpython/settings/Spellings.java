package org.plpython.settings;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The settings in a framework that takes a name in several spellings, as Spring Boot does: {@code
 * lock-timeout}, {@code lockTimeout}, {@code LOCKTIMEOUT}; several values as one text or as a list.
 *
 * @param prefix of all of them there: {@code spring.flyway.plpython.}
 */
public record Spellings(String prefix, Tool tool) {

  /**
   * All that is given, by names without the prefix.
   *
   * @param all texts by names without the prefix as they are written; list items end in numbers
   * @param value the text or the list of texts that the framework finds by a full name
   */
  public Map<String, GivenSetting> given(
      Map<String, String> all, Function<String, Optional<Object>> value) {
    Map<String, GivenSetting> given = new TreeMap<>();
    all.forEach(
        (name, text) -> {
          if (!isKnown(name.replaceFirst("\\.\\d+$", ""))) {
            given.put(name, new GivenSetting(prefix + name, text));
          }
        });
    for (Setting<?> setting : tool.settings()) {
      String property = prefix + setting.dashed();
      value
          .apply(property)
          .ifPresent(it -> given.put(setting.name(), new GivenSetting(property, it)));
    }
    return given;
  }

  private boolean isKnown(String name) {
    return tool.settings().stream()
        .anyMatch(it -> UnknownSetting.plain(it.name()).equals(UnknownSetting.plain(name)));
  }
}
