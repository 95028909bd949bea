package org.plpython.cli;

import java.time.Duration;
import org.plpython.deploy.DeploySettings;
import picocli.CommandLine.Option;

/** The options that say how long a deploy waits. */
final class DeployOptions {
  @Option(
      names = "--lock-timeout",
      paramLabel = "TIME",
      converter = PostgresDuration.class,
      description = {
        "How long to wait for a lock on a table: 500ms, 5s, 2min; 0: for ever.",
        "Default: PLPYTHON_LOCK_TIMEOUT, else 5s."
      })
  private Duration lockTimeout = DeploySettings.DEFAULT.lockTimeout();

  @Option(
      names = "--statement-timeout",
      paramLabel = "TIME",
      converter = PostgresDuration.class,
      description = {
        "How long one statement may take; 0: for ever.",
        "Default: PLPYTHON_STATEMENT_TIMEOUT, else 5min."
      })
  private Duration statementTimeout = DeploySettings.DEFAULT.statementTimeout();

  @Option(
      names = "--turn-timeout",
      paramLabel = "TIME",
      converter = PostgresDuration.class,
      description = {
        "How long to wait for another deploy to end; 0: for ever.",
        "Default: PLPYTHON_TURN_TIMEOUT, else 30min."
      })
  private Duration turnTimeout = DeploySettings.DEFAULT.turnTimeout();

  @Option(
      names = "--attempts",
      paramLabel = "N",
      description = {
        "How often to try when others are in the way, the first time included.",
        "Default: PLPYTHON_ATTEMPTS, else 3."
      })
  private int attempts = DeploySettings.DEFAULT.attempts();

  /**
   * How long to wait.
   *
   * @throws InvalidArgumentException if there is no attempt
   */
  DeploySettings settings() {
    if (attempts < 1) {
      throw new InvalidArgumentException(
          "--attempts %d is no number of attempts: write 1 or more.".formatted(attempts));
    }
    return new DeploySettings(lockTimeout, statementTimeout, turnTimeout, attempts);
  }
}
