package org.plpython.flyway;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.plpython.source.Location;

/**
 * Keeps Python sources out of Flyway's own locations: Flyway runs {@code V*.py} and {@code R*.py}
 * files there as scripts, on the machine that it runs on.
 */
final class FlywayLocations {
  private static final Pattern WILDCARD = Pattern.compile("\\*\\*/?|\\*|\\?|[^*?]+");

  private FlywayLocations() {}

  static void refuseOverlap(List<Location> ours, List<org.flywaydb.core.api.Location> theirs) {
    for (Location our : ours) {
      for (org.flywaydb.core.api.Location their : theirs) {
        if (overlap(our.toString(), their.getDescriptor())) {
          throw new FlywayException(
              "The Python sources in "
                  + our
                  + " and flyway.locations="
                  + their.getDescriptor()
                  + " overlap. Flyway would run Python files there as scripts on this machine. Keep"
                  + " them apart: flyway.plpython.locations=classpath:db/plpython next to"
                  + " flyway.locations=classpath:db/migration.");
        }
      }
    }
  }

  /** Whether one holds the other, or a wildcard one matches the other or a folder above it. */
  static boolean overlap(String ours, String theirs) {
    String normal = theirs.replace('\\', '/').replaceFirst("/+$", "");
    if (normal.indexOf('*') < 0 && normal.indexOf('?') < 0) {
      return (ours + "/").startsWith(normal + "/") || (normal + "/").startsWith(ours + "/");
    }
    return Pattern.compile(regex(normal) + "(/.*)?").matcher(ours).matches();
  }

  private static String regex(String wildcards) {
    return WILDCARD
        .matcher(wildcards)
        .results()
        .map(
            part ->
                switch (part.group().charAt(0)) {
                  case '*' -> part.group().startsWith("**") ? ".*" : "[^/]*";
                  case '?' -> "[^/]";
                  default -> Pattern.quote(part.group());
                })
        .collect(Collectors.joining());
  }
}
