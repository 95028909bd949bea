package org.plpython.liquibase;

import java.util.Map;
import java.util.Optional;
import org.plpython.settings.GivenSetting;
import org.plpython.settings.Spellings;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The settings {@code spring.liquibase.plpython.*} of a Spring application, in any of the spellings
 * that Spring Boot knows.
 */
final class SpringSettings {
  private static final Spellings SPELLINGS =
      new Spellings("spring." + PlPythonSettings.LIQUIBASE.prefix(), PlPythonSettings.LIQUIBASE);

  private SpringSettings() {}

  /** Those that are given, by their names without the prefix. */
  static Map<String, GivenSetting> of(Environment environment) {
    Binder binder = Binder.get(environment);
    Map<String, String> all =
        binder
            .bind("spring.liquibase.plpython", Bindable.mapOf(String.class, String.class))
            .orElse(Map.of());
    return SPELLINGS.given(all, name -> value(name, binder));
  }

  private static Optional<Object> value(String name, Binder binder) {
    return Optional.<Object>ofNullable(binder.bind(name, String.class).orElse(null))
        .or(
            () ->
                Optional.ofNullable(binder.bind(name, Bindable.listOf(String.class)).orElse(null)));
  }
}
