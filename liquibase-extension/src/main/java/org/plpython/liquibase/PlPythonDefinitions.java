package org.plpython.liquibase;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import liquibase.configuration.AutoloadedConfigurations;
import liquibase.configuration.ConfigurationDefinition;
import org.plpython.settings.Setting;

/**
 * Makes the settings {@code liquibase.plpython.*} known to Liquibase's command line and plugins.
 */
public final class PlPythonDefinitions implements AutoloadedConfigurations {
  /** Texts for Liquibase, so that it is we who tell of wrong ones, of all of them at once. */
  static final List<ConfigurationDefinition<String>> ALL = definitions();

  private static List<ConfigurationDefinition<String>> definitions() {
    String prefix = PlPythonSettings.LIQUIBASE.prefix();
    ConfigurationDefinition.Builder builder =
        new ConfigurationDefinition.Builder(prefix.substring(0, prefix.length() - 1));
    return PlPythonSettings.LIQUIBASE.settings().stream().map(it -> defined(it, builder)).toList();
  }

  private static ConfigurationDefinition<String> defined(
      Setting<?> setting, ConfigurationDefinition.Builder builder) {
    ConfigurationDefinition.Building<String> definition =
        builder.define(setting.name(), String.class).setDescription(setting.description());
    text(setting.standard()).ifPresent(definition::setDefaultValue);
    return definition.build();
  }

  private static Optional<String> text(Object standard) {
    if (standard instanceof Optional<?> optional) {
      return optional.map(Object::toString);
    }
    if (standard instanceof List<?> list) {
      return Optional.of(list.stream().map(Object::toString).collect(Collectors.joining(",")))
          .filter(text -> !text.isEmpty());
    }
    return Optional.of(standard instanceof Duration time ? text(time) : standard.toString());
  }

  private static String text(Duration time) {
    return time.toSeconds() % 60 == 0 ? time.toMinutes() + "min" : time.toSeconds() + "s";
  }
}
