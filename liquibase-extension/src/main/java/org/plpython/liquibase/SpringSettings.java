package org.plpython.liquibase;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plpython.settings.GivenSetting;
import org.plpython.settings.Spellings;
import org.plpython.settings.UnknownSetting;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The settings {@code liquibase.plpython.*} of a Spring application, in any of the spellings that
 * Spring Boot knows. Under {@code spring.liquibase} Spring Boot refuses names that are not its own.
 */
final class SpringSettings {
  private static final Spellings SPELLINGS =
      new Spellings(PlPythonSettings.LIQUIBASE.prefix(), PlPythonSettings.LIQUIBASE);

  private SpringSettings() {}

  /** Those that are given, by their names without the prefix. */
  static Map<String, GivenSetting> of(Environment environment) {
    Binder binder = Binder.get(environment);
    Map<String, String> all =
        new HashMap<>(
            binder
                .bind("liquibase.plpython", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of()));
    all.keySet().removeIf(SpringSettings::isOfTheProcess);
    return SPELLINGS.given(all, name -> value(name, binder));
  }

  /**
   * Whether a name is one of those that Liquibase shows too, and is told of there if it is wrong.
   */
  private static boolean isOfTheProcess(String name) {
    String plain = UnknownSetting.plain(SPELLINGS.prefix() + name);
    return Stream.concat(
            System.getProperties().stringPropertyNames().stream(),
            System.getenv().keySet().stream())
        .anyMatch(it -> UnknownSetting.plain(it).equals(plain));
  }

  private static Optional<Object> value(String name, Binder binder) {
    return Optional.<Object>ofNullable(binder.bind(name, String.class).orElse(null))
        .or(
            () ->
                Optional.ofNullable(binder.bind(name, Bindable.listOf(String.class)).orElse(null)));
  }
}
