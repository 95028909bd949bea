package org.plpython.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that are not given are taken from the environment: --project from PLPYTHON_PROJECT. */
final class EnvironmentDefaults implements IDefaultValueProvider {
  private static final Set<String> OPTIONS =
      Set.of(
          "--adopt",
          "--allow-removal",
          "--attempts",
          "--dependents",
          "--lock-timeout",
          "--placeholder",
          "--project",
          "--protect",
          "--registry",
          "--removal-threshold",
          "--schema",
          "--statement-timeout",
          "--turn-timeout");

  private final Map<String, String> environment;

  EnvironmentDefaults(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return variable(argument).map(environment::get).orElse(null);
  }

  /** The variable that an option is taken from; empty: it has none, or that is not set. */
  Optional<String> variable(ArgSpec argument) {
    return argument instanceof OptionSpec option && OPTIONS.contains(option.longestName())
        ? Optional.of(variable(option.longestName()))
            .filter(it -> !environment.getOrDefault(it, "").isEmpty())
        : Optional.empty();
  }

  private static String variable(String option) {
    return "PLPYTHON_" + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
