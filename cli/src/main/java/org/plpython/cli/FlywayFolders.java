package org.plpython.cli;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.Configuration;
import org.plpython.flyway.PlPythonConfiguration;

/** Keeps Flyway from looking for migrations in the command line's own class path. */
final class FlywayFolders {
  private static final String CLASS_PATH = "classpath:";

  private FlywayFolders() {}

  /**
   * Looks for locations on a class path.
   *
   * @throws InvalidArgumentException if there are some
   */
  static void require(Configuration configuration) {
    require(
        "flyway.locations",
        "FLYWAY_LOCATIONS",
        Arrays.stream(configuration.getLocations()).map(Location::getDescriptor).toList());
    require(
        "flyway.plpython.locations",
        "FLYWAY_PLPYTHON_LOCATIONS",
        PlPythonConfiguration.of(configuration).getLocations());
  }

  private static void require(String setting, String variable, List<String> locations) {
    for (String location : locations) {
      if (location.startsWith(CLASS_PATH) || location.indexOf(':') < 0) {
        throw new InvalidArgumentException(
            "%s: %s is on a class path, which the command line has not. Name its folder in the file, or for this run: %s=filesystem:src/main/resources/%s"
                .formatted(setting, location, variable, location.replaceFirst("^classpath:", "")));
      }
    }
  }
}
