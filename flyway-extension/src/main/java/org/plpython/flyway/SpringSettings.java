package org.plpython.flyway;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.plpython.settings.GivenSetting;
import org.plpython.settings.Spellings;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The settings {@code spring.flyway.plpython.*} of a Spring application, in any of the spellings
 * that Spring Boot knows: {@code lock-timeout}, {@code lockTimeout}, {@code
 * SPRING_FLYWAY_PLPYTHON_LOCKTIMEOUT}; several values as one text or as a YAML list.
 */
record SpringSettings(Map<String, GivenSetting> given) {
  private static final Spellings SPELLINGS =
      new Spellings(
          "spring." + PlPythonConfiguration.FLYWAY.prefix(), PlPythonConfiguration.FLYWAY);

  static SpringSettings of(Environment environment) {
    Binder binder = Binder.get(environment);
    Map<String, String> all =
        binder
            .bind("spring.flyway.plpython", Bindable.mapOf(String.class, String.class))
            .orElse(Map.of());
    return new SpringSettings(SPELLINGS.given(all, name -> value(name, binder)));
  }

  private static Optional<Object> value(String name, Binder binder) {
    return Optional.<Object>ofNullable(binder.bind(name, String.class).orElse(null))
        .or(
            () ->
                Optional.ofNullable(binder.bind(name, Bindable.listOf(String.class)).orElse(null)));
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
