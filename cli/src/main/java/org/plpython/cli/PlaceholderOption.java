package org.plpython.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plpython.descriptor.Placeholders;
import picocli.CommandLine.Option;

/** The option {@code --placeholder}. */
final class PlaceholderOption {
  @Option(
      names = "--placeholder",
      paramLabel = "NAME=VALUE",
      split = ";",
      description = {
        "The value of ${NAME} in options and types of the sources. May be given several times.",
        "Default: PLPYTHON_PLACEHOLDER, separated by semicolons. With none, ${NAME} stands as it is"
            + " written."
      })
  private List<String> written = List.of();

  /**
   * The values.
   *
   * @throws InvalidArgumentException if one is not written as it should be, or twice
   */
  Placeholders values() {
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String one : written) {
      String[] sides = one.split("=", 2);
      if (sides.length < 2 || sides[0].isBlank()) {
        throw new InvalidArgumentException(
            "--placeholder '%s' must be written as NAME=VALUE.".formatted(one));
      } else if (values.put(sides[0].strip(), sides[1]) != null) {
        throw new InvalidArgumentException(
            "--placeholder '%s' is given twice; capitals and small letters are the same in names."
                .formatted(sides[0].strip()));
      }
    }
    return Placeholders.of(values);
  }
}
