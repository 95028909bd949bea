package org.plpython.report;

import java.util.Objects;
import java.util.Optional;

/**
 * A migration that a migration tool will run.
 *
 * @param version empty: it is repeatable
 * @param type in the tool's words, {@code SQL}
 * @param state in the tool's words, {@code Pending}
 * @param script the file or class that holds it
 */
public record PendingMigration(
    Optional<String> version, String description, String type, String state, String script) {
  public PendingMigration {
    Objects.requireNonNull(version);
  }
}
