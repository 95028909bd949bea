package org.plpython.flyway;

import java.util.List;
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
  private static final String LOCATIONS_VARIABLE = "FLYWAY_PLPYTHON_LOCATIONS";
  private static final List<String> DEFAULT_LOCATIONS = List.of("classpath:db/plpython");

  /** Null while nobody set it: Flyway copies every field that is not null over earlier settings. */
  private @Nullable List<String> locations;

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

  @Override
  public String getNamespace() {
    return NAMESPACE;
  }

  @Override
  public @Nullable String getConfigurationParameterFromEnvironmentVariable(String variable) {
    return LOCATIONS_VARIABLE.equals(variable) ? "flyway.plpython.locations" : null;
  }

  /** Without Jackson, which the inherited method needs and an application may not have. */
  @Override
  public Plugin copy() {
    PlPythonConfiguration copy = new PlPythonConfiguration();
    copy.setLocations(locations);
    return copy;
  }
}
