package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import org.plpython.catalog.Registered;
import org.plpython.sql.DropStatements;

/**
 * Drops what the registry had, whether the registry is still there or not, in the transaction of a
 * connection; commits and rollbacks are its owner's.
 */
public final class Uninstaller {
  private final Connection connection;

  /** Over the given connection. */
  public Uninstaller(Connection connection) {
    this.connection = connection;
  }

  /**
   * Drops those that are there, and those first that hang on others.
   *
   * @throws DeployException if something of others hangs on one of them
   */
  public void drop(Collection<Registered> objects) {
    objects.stream().sorted(Comparator.comparing(Uninstaller::turn)).forEach(this::drop);
  }

  private static int turn(Registered object) {
    return switch (object.kind()) {
      case "trigger", "event trigger" -> 0;
      case "aggregate" -> 1;
      default -> 2;
    };
  }

  private void drop(Registered object) {
    try {
      SqlRunner.runAll(connection, DropStatements.ifThere(object));
    } catch (SQLException error) {
      throw new DeployException(
          "the %s %s cannot be dropped: %s"
              .formatted(object.kind(), object.identity(), ServerError.withAdvice(error)),
          error);
    }
  }
}
