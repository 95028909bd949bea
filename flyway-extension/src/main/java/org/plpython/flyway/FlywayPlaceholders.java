package org.plpython.flyway;

import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.plpython.descriptor.Placeholders;

/**
 * The placeholders of a configuration, as SQL migrations know them: Flyway's settings, and those of
 * its own that the configuration determines. The others are refused: the same sources shall make
 * the same objects, whoever installs them, when and from where.
 */
final class FlywayPlaceholders {
  private static final String OWN = "Set a placeholder of your own: flyway.placeholders.";

  private final Configuration configuration;

  private FlywayPlaceholders(Configuration configuration) {
    this.configuration = configuration;
  }

  /** The placeholders; none if {@code placeholderReplacement} is off. */
  static Placeholders of(Configuration configuration) {
    return configuration.isPlaceholderReplacement()
        ? new FlywayPlaceholders(configuration).all()
        : Placeholders.NONE;
  }

  private Placeholders all() {
    Map<String, String> values = new TreeMap<>(configuration.getPlaceholders());
    Map<String, String> refused = new TreeMap<>();
    put("table", configuration.getTable(), values);
    put("environment", configuration.getCurrentEnvironmentName(), values);
    String schema = HistoryName.configuredSchema(configuration);
    put("defaultSchema", schema, values);
    if (schema == null) {
      put("defaultSchema", "Set flyway.defaultSchema or flyway.schemas.", refused);
    }
    put("user", "It depends on who deploys. " + OWN + "user=...", refused);
    put("database", "It depends on the connection. " + OWN + "database=...", refused);
    put("timestamp", "It is another one in each run, and would install anew each time.", refused);
    put("filename", "Only SQL migrations have one.", refused);
    put("workingDirectory", "It depends on where Flyway runs.", refused);
    return new Placeholders(
        values,
        refused,
        configuration.getPlaceholderPrefix(),
        configuration.getPlaceholderSuffix());
  }

  private void put(String name, @Nullable String value, Map<String, String> all) {
    if (value != null) {
      all.put("flyway" + configuration.getPlaceholderSeparator() + name, value);
    }
  }
}
