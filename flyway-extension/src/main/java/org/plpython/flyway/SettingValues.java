package org.plpython.flyway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.plpython.PlPythonException;

/**
 * What is set: the latest value of each setting that the configuration gave, else the process's.
 * Any read tells of all that is wrong.
 */
final class SettingValues {
  private final Map<String, GivenSetting> configured = new TreeMap<>();
  private final Supplier<Map<String, GivenSetting>> process;

  SettingValues(Supplier<Map<String, GivenSetting>> process) {
    this.process = process;
  }

  /** The same, by values of its own. */
  SettingValues copy() {
    SettingValues copy = new SettingValues(process);
    copy.configured.putAll(configured);
    return copy;
  }

  /** Sets what is given, and nothing else. */
  void putAll(Map<String, GivenSetting> given) {
    configured.putAll(given);
  }

  /** Sets one; null: as if nobody had. */
  void put(Setting<?> setting, @Nullable Object value) {
    if (value == null) {
      configured.remove(setting.name());
    } else {
      configured.put(setting.name(), new GivenSetting(setting.property(), value));
    }
  }

  /**
   * A setting's value.
   *
   * @throws FlywayException as {@link #check} does
   */
  <T> T get(Setting<T> setting) {
    Map<String, GivenSetting> given = check();
    return items(setting, given).map(setting.form()::read).orElse(setting.standard());
  }

  /**
   * All that is given.
   *
   * @throws FlywayException if names or values are wrong; the message shows all of them
   */
  private Map<String, GivenSetting> check() {
    Map<String, GivenSetting> given = new TreeMap<>(process.get());
    configured.forEach(
        (name, setting) -> {
          if (!isBlank(setting)) {
            given.put(name, setting);
          }
        });
    List<String> mistakes = new ArrayList<>();
    given.forEach((name, setting) -> mistake(name, setting, given).ifPresent(mistakes::add));
    if (!mistakes.isEmpty()) {
      throw new FlywayException(message(mistakes));
    }
    return given;
  }

  private static boolean isBlank(GivenSetting setting) {
    return setting.value().toString().isBlank();
  }

  private static Optional<String> mistake(
      String name, GivenSetting given, Map<String, GivenSetting> all) {
    Optional<Setting<?>> setting = Setting.named(name);
    if (setting.isEmpty()) {
      return Optional.of(UnknownSetting.message(given.origin()));
    }
    try {
      items(setting.get(), all).ifPresent(setting.get().form()::read);
      return Optional.empty();
    } catch (PlPythonException wrong) {
      return Optional.of(given.origin() + ": " + wrong.getMessage());
    }
  }

  private static Optional<List<String>> items(Setting<?> setting, Map<String, GivenSetting> given) {
    return Optional.ofNullable(given.get(setting.name()))
        .map(it -> setting.form().items(it.value()))
        .filter(items -> !items.isEmpty());
  }

  private static String message(List<String> mistakes) {
    return mistakes.size() == 1
        ? "Wrong setting " + mistakes.get(0)
        : "Wrong settings:\n  " + String.join("\n  ", mistakes);
  }
}
