package org.plpython.deploy;

import java.time.Duration;

/**
 * How long a deploy waits.
 *
 * @param lockTimeout for a lock on a table or a routine; zero: for ever
 * @param statementTimeout for any one statement; zero: for ever
 * @param turnTimeout for another deploy to end; zero: for ever
 * @param attempts how often it is tried when others are in its way, at least once
 */
public record DeploySettings(
    Duration lockTimeout, Duration statementTimeout, Duration turnTimeout, int attempts) {
  /**
   * Five seconds for a lock, five minutes for a statement, half an hour for a turn, three times.
   */
  public static final DeploySettings DEFAULT =
      new DeploySettings(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30), 3);

  public DeploySettings {
    if (lockTimeout.isNegative()
        || statementTimeout.isNegative()
        || turnTimeout.isNegative()
        || attempts < 1) {
      throw new IllegalStateException("no such timeouts");
    }
  }
}
