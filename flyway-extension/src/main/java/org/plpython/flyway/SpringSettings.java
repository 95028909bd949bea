package org.plpython.flyway;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.plpython.settings.GivenSetting;
import org.plpython.settings.Setting;
import org.plpython.settings.UnknownSetting;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The settings {@code spring.flyway.plpython.*} of a Spring application, in any of the spellings
 * that Spring Boot knows: {@code lock-timeout}, {@code lockTimeout}, {@code
 * SPRING_FLYWAY_PLPYTHON_LOCKTIMEOUT}; several values as one text or as a YAML list.
 */
record SpringSettings(Map<String, GivenSetting> given) {
  private static final String PREFIX = "spring." + PlPythonConfiguration.FLYWAY.prefix();

  static SpringSettings of(Environment environment) {
    Binder binder = Binder.get(environment);
    Map<String, GivenSetting> given = new TreeMap<>();
    binder
        .bind(PREFIX.substring(0, PREFIX.length() - 1), Bindable.mapOf(String.class, String.class))
        .orElse(Map.of())
        .forEach((name, value) -> addUnknown(name, value, given));
    Setting.ALL.forEach(setting -> addKnown(setting, binder, given));
    return new SpringSettings(given);
  }

  private static void addUnknown(String name, String value, Map<String, GivenSetting> given) {
    String item = name.replaceFirst("\\.\\d+$", "");
    if (Setting.ALL.stream().noneMatch(setting -> isSpelling(setting, item))) {
      given.put(name, new GivenSetting(PREFIX + name, value));
    }
  }

  private static boolean isSpelling(Setting<?> setting, String name) {
    return UnknownSetting.plain(setting.name()).equals(UnknownSetting.plain(name));
  }

  private static void addKnown(Setting<?> setting, Binder binder, Map<String, GivenSetting> given) {
    String property = PREFIX + setting.dashed();
    Optional.<Object>ofNullable(binder.bind(property, String.class).orElse(null))
        .or(
            () ->
                Optional.ofNullable(
                    binder.bind(property, Bindable.listOf(String.class)).orElse(null)))
        .ifPresent(value -> given.put(setting.name(), new GivenSetting(property, value)));
  }

  /**
   * Sets what is given, and lets Flyway call us. As a bean the callback would not do: Spring looks
   * at all methods of a bean, and one of those that later Flyways call has a parameter of a class
   * that Flyway 11.7 does not have.
   */
  void giveTo(FluentConfiguration configuration) {
    PlPythonConfiguration.of(configuration).putAll(given);
    configuration.callbacks(
        Stream.concat(
                Arrays.stream(configuration.getCallbacks()), Stream.of(new PlPythonCallback()))
            .toArray(Callback[]::new));
  }
}
