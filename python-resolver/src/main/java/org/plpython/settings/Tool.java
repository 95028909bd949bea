package org.plpython.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The migration tool that is set up.
 *
 * @param prefix of its settings as properties: {@code flyway.plpython.}
 * @param variablePrefix of the same as environment variables: {@code FLYWAY_PLPYTHON_}
 * @param settings those that it has, in the guide's order
 * @param exception what its users are thrown with a message
 */
public record Tool(
    String prefix,
    String variablePrefix,
    List<Setting<?>> settings,
    Function<String, ? extends RuntimeException> exception) {

  public Tool {
    settings = List.copyOf(settings);
  }

  /** The setting of a name without its prefix. */
  public Optional<Setting<?>> named(String name) {
    return settings.stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  /** A setting as a property: {@code flyway.plpython.lockTimeout}. */
  public String property(Setting<?> setting) {
    return prefix + setting.name();
  }

  /** A setting as an environment variable: {@code FLYWAY_PLPYTHON_LOCK_TIMEOUT}. */
  public String variable(Setting<?> setting) {
    return variablePrefix + setting.capitals();
  }
}
