package org.plpython.cli;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option {@code --color}. */
final class ColorOption {
  private final Map<String, String> environment;
  private final Terminal terminal;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      description =
          "Whether the text is coloured. auto: on a terminal, unless the environment has NO_COLOR."
              + " Default: auto.")
  private When when = When.AUTO;

  /** When the text is coloured. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  ColorOption(Map<String, String> environment, Terminal terminal) {
    this.environment = environment;
    this.terminal = terminal;
  }

  /** Whether text that goes there is coloured. */
  boolean isColored(OutputOption output) {
    return switch (when) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          !output.isFile()
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && terminal.hasColors();
    };
  }
}
