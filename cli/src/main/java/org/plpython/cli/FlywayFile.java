package org.plpython.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.extensibility.ConfigurationExtension;
import org.flywaydb.core.internal.configuration.ConfigUtils;
import org.flywaydb.core.internal.configuration.models.ConfigurationModel;
import org.flywaydb.core.internal.util.MergeUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Flyway's configuration as its own command line reads it, whose code for TOML is not in Flyway's
 * library: the file, and what the environment says before it.
 */
final class FlywayFile {
  private static final String PASSWORD_VARIABLE = "PGPASSWORD";

  private final Map<String, String> environment;

  FlywayFile(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Reads it.
   *
   * @throws InvalidArgumentException if the file is no TOML, or has settings that nobody knows
   * @throws org.flywaydb.core.api.FlywayException if Flyway refuses a setting
   */
  ClassicConfiguration read(Path file) {
    Map<String, String> properties = new HashMap<>();
    ClassicConfiguration configuration;
    if (file.toString().endsWith(".toml")) {
      configuration = ofToml(file);
    } else {
      configuration = new ClassicConfiguration();
      properties.putAll(ConfigUtils.loadConfigurationFile(file.toFile(), "UTF-8", true));
    }
    properties.putAll(ConfigUtils.environmentVariablesToPropertyMap(environment));
    properties.remove(ConfigUtils.CONFIG_FILES);
    properties.remove(ConfigUtils.CONFIG_FILE_ENCODING);
    configuration.configure(properties);
    if (configuration.getPassword() == null) {
      Optional.ofNullable(environment.get(PASSWORD_VARIABLE)).ifPresent(configuration::setPassword);
    }
    return configuration;
  }

  private static ClassicConfiguration ofToml(Path file) {
    ConfigurationModel model;
    try {
      model =
          ConfigurationModel.defaults()
              .merge(
                  TomlMapper.builder()
                      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                      .build()
                      .readValue(file, ConfigurationModel.class));
    } catch (JacksonException wrong) {
      throw new InvalidArgumentException(
          "%s: %s".formatted(file, String.valueOf(wrong.getMessage())));
    }
    ClassicConfiguration configuration = new ClassicConfiguration(model);
    Map<String, Object> tables = model.getFlyway().getPluginConfigurations();
    Set<String> unknown = new TreeSet<>(tables.keySet());
    for (ConfigurationExtension extension :
        configuration.getPluginRegister().getInstancesOf(ConfigurationExtension.class)) {
      unknown.removeAll(configure(extension, tables));
    }
    if (!unknown.isEmpty()) {
      throw new InvalidArgumentException(
          "%s: Flyway has no settings flyway.%s."
              .formatted(file, String.join(", flyway.", unknown)));
    }
    return configuration;
  }

  /** Hands an extension what is its own of the tables; which of them it has taken from. */
  private static Set<String> configure(
      ConfigurationExtension extension, Map<String, Object> tables) {
    String namespace = extension.getNamespace();
    Object mine = namespace.isEmpty() ? tables : tables.get(namespace);
    Map<String, Object> values = new HashMap<>();
    if (mine instanceof Map<?, ?> table) {
      for (var field : extension.getClass().getDeclaredFields()) {
        Optional.ofNullable(table.get(field.getName()))
            .ifPresent(value -> values.put(field.getName(), value));
      }
    }
    if (!values.isEmpty()) {
      MergeUtils.mergeModel(
          new ObjectMapper().convertValue(values, extension.getClass()), extension);
    }
    return namespace.isEmpty() ? new HashSet<>(values.keySet()) : Set.of(namespace);
  }
}
