package org.plpython.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.jspecify.annotations.Nullable;
import org.plpython.flyway.FlywayPlan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --flyway}: what a migrate of Flyway's would do, in place of a deploy. */
final class FlywayOption {
  private static final Set<String> OTHERS = Set.of("--flyway", "--format", "--output", "--color");

  /** Kept, as the level of a logger that nobody holds may be forgotten. */
  private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");

  private static final Logger OUR_LOG = Logger.getLogger("org.plpython.flyway");

  private final Map<String, String> environment;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--flyway",
      paramLabel = "FILE",
      description = {
        "Flyway's configuration, .toml or .conf, in place of all options that say the same: shows what"
            + " flyway migrate would do, SQL migrations included. Flyway's environment variables"
            + " come before the file, FLYWAY_PASSWORD before PGPASSWORD."
      })
  private @Nullable Path file;

  FlywayOption(Map<String, String> environment) {
    this.environment = environment;
  }

  boolean isGiven() {
    return file != null;
  }

  /**
   * Looks for options that the file is in the place of.
   *
   * @throws InvalidArgumentException if there are some
   */
  void requireAlone() {
    if (command == null) {
      throw new IllegalStateException("picocli sets the command first");
    }
    for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
      if (!OTHERS.contains(option.longestName())) {
        throw new InvalidArgumentException(
            "With --flyway, what %s says is in Flyway's file: leave one of them out."
                .formatted(option.longestName()));
      }
    }
  }

  /**
   * The plan.
   *
   * @throws InvalidArgumentException if the file cannot be used
   */
  FlywayPlan plan() {
    if (file == null || !Files.isRegularFile(file)) {
      throw new InvalidArgumentException("--flyway " + file + ": there is no such file.");
    }
    FLYWAY_LOG.setLevel(Level.WARNING);
    OUR_LOG.setLevel(Level.WARNING);
    ClassicConfiguration configuration = new FlywayFile(environment).read(file);
    FlywayFolders.require(configuration);
    return FlywayPlan.of(configuration);
  }
}
