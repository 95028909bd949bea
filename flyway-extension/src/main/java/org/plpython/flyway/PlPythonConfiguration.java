package org.plpython.flyway;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.extensibility.ConfigurationExtension;
import org.flywaydb.core.extensibility.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * The settings {@code flyway.plpython.*}. From Java:
 *
 * <pre>{@code
 * configuration
 *     .getConfigurationExtension(PlPythonConfiguration.class)
 *     .setLocations(List.of("filesystem:src/main/plpython"));
 * }</pre>
 */
public final class PlPythonConfiguration implements ConfigurationExtension {
  private static final String NAMESPACE = "plpython";
  private static final Map<String, String> VARIABLES =
      Map.of(
          "FLYWAY_PLPYTHON_LOCATIONS", "flyway.plpython.locations",
          "FLYWAY_PLPYTHON_COMPATIBILITY", "flyway.plpython.compatibility",
          "FLYWAY_PLPYTHON_TYPES", "flyway.plpython.types");
  private static final List<String> DEFAULT_LOCATIONS = List.of("classpath:db/plpython");

  /** Null while nobody set it: Flyway copies every field that is not null over earlier settings. */
  private @Nullable List<String> locations;

  private @Nullable String compatibility;
  private @Nullable String types;

  /** Where the Python sources lie; {@code classpath:db/plpython} where nothing is set. */
  public List<String> getLocations() {
    return locations == null ? DEFAULT_LOCATIONS : List.copyOf(locations);
  }

  /**
   * Sets where the Python sources lie.
   *
   * @param locations each {@code classpath:...} or {@code filesystem:...}; null: the default
   */
  public void setLocations(@Nullable List<String> locations) {
    this.locations = locations == null ? null : List.copyOf(locations);
  }

  /** The project whose types are taken, {@code django-plpy}; null: ours. */
  public @Nullable String getCompatibility() {
    return compatibility;
  }

  /**
   * Sets whose mapping of Python types to SQL types is taken.
   *
   * @param compatibility {@code django-plpy}, or null for ours
   */
  public void setCompatibility(@Nullable String compatibility) {
    this.compatibility = compatibility;
  }

  /** The SQL types that replace those of the mapping; null: none. */
  public @Nullable String getTypes() {
    return types;
  }

  /**
   * Sets SQL types for Python types.
   *
   * @param types such as {@code int=bigint, str=varchar}; null: those of the mapping
   */
  public void setTypes(@Nullable String types) {
    this.types = types;
  }

  @Override
  public String getNamespace() {
    return NAMESPACE;
  }

  @Override
  public @Nullable String getConfigurationParameterFromEnvironmentVariable(String variable) {
    return VARIABLES.get(variable);
  }

  /** Without Jackson, which the inherited method needs and an application may not have. */
  @Override
  public Plugin copy() {
    PlPythonConfiguration copy = new PlPythonConfiguration();
    copy.setLocations(locations);
    copy.setCompatibility(compatibility);
    copy.setTypes(types);
    return copy;
  }
}
