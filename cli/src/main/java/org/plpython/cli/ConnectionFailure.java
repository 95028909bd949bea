package org.plpython.cli;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Says why an attempt to connect came to nothing, and what to do. SQLSTATE and the like decide:
 * texts are of the server's language, or of the JVM's.
 */
final class ConnectionFailure {
  private static final String NOT_LET_IN = "28000";

  private ConnectionFailure() {}

  /**
   * The message for the user.
   *
   * @param passwordPlace where the password came from, if there was one
   */
  static String explain(SQLException error, Destination destination, String passwordPlace) {
    SQLException decisive = decisive(error);
    Optional<String> known =
        serverMessage(decisive)
            .map(message -> ServerRefusal.explain(message, destination, passwordPlace))
            .orElseGet(() -> NetworkFailure.explain(decisive, destination));
    return known.orElseGet(
        () -> "Cannot connect to %s: %s".formatted(destination.servers(), decisive.getMessage()));
  }

  /** Whether all that lacks is a password. */
  static boolean isPasswordMissing(SQLException error) {
    return decisive(error) instanceof PasswordOnDemand.Missing;
  }

  /**
   * Where the server's rules do not let the driver in with TLS, it tries without, and keeps the
   * second error as a suppressed one; that counts if it came further.
   */
  private static SQLException decisive(SQLException error) {
    return Stream.of(error)
        .filter(first -> NOT_LET_IN.equals(first.getSQLState()))
        .flatMap(first -> Arrays.stream(first.getSuppressed()))
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .filter(second -> !NOT_LET_IN.equals(second.getSQLState()))
        .findFirst()
        .orElse(error);
  }

  private static Optional<ServerErrorMessage> serverMessage(SQLException error) {
    return error instanceof PSQLException ofDriver
        ? Optional.ofNullable(ofDriver.getServerErrorMessage())
        : Optional.empty();
  }
}
