package org.plpython.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.plpython.catalog.HistoryTable;
import picocli.CommandLine.Option;

/** Objects that a migration tool deploys are not changed behind its back. */
final class HistoryGuard {
  @Option(
      names = "--force",
      description =
          "Goes ahead although the project is that of a Flyway or Liquibase history, whose own"
              + " deploys will not know of it.")
  private boolean isForced;

  /**
   * Looks whether the project is named like a history table.
   *
   * @throws InvalidArgumentException if it is, and nobody said --force
   */
  void check(Connection connection, Optional<String> project) throws SQLException {
    if (project.isEmpty() || isForced) {
      return;
    }
    Optional<HistoryTable> history = HistoryTable.find(connection, project.get());
    if (history.isPresent()) {
      String tool = history.get().tool();
      throw new InvalidArgumentException(
          """
          The project '%s' is %s's: it is the table with its history, and %s would not know what is done here.
            Deploy with %s, or say --force. Nothing was changed."""
              .formatted(project.get(), tool, tool, tool));
    }
  }
}
