package org.plpython.cli;

import java.io.EOFException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What keeps the driver from a server's first word. */
record NetworkFailure(Destination destination) {

  /** By the driver's SQLSTATE and what lies behind it; empty: something else. */
  static Optional<String> explain(SQLException error, Destination destination) {
    NetworkFailure failure = new NetworkFailure(destination);
    String text =
        switch (String.valueOf(error.getSQLState())) {
          case "08001" -> failure.unreachable(error.getCause());
          case "08P01" -> failure.notPostgres();
          case "08004" -> destination.sslMode().requireEncryption() ? failure.noTls() : "";
          case "08006" -> failure.tlsFailed(error);
          default -> "";
        };
    return Optional.of(text).filter(known -> !known.isEmpty());
  }

  private String unreachable(@Nullable Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return """
          The host in %s is not known.
            Mend its name in --url."""
          .formatted(destination.servers());
    } else if (cause instanceof EOFException) {
      return notPostgres();
    } else if (cause == null && !destination.takesAnyServer()) {
      return """
          None of the servers at %s answers and is of the kind that targetServerType in --url asks\
           for.
            Name the right ones, or change targetServerType."""
          .formatted(destination.servers());
    }
    return """
        No PostgreSQL answers at %s.
          Check host and port in --url, that the server runs and listens there (listen_addresses),\
         and that no firewall stands between."""
        .formatted(destination.servers());
  }

  private String notPostgres() {
    return """
        What answers at %s is not PostgreSQL, or it gave up.
          Check the port in --url; PostgreSQL's is 5432 unless it was changed. Behind a proxy, check\
         the server."""
        .formatted(destination.servers());
  }

  private String noTls() {
    return """
        The server at %s does not offer TLS, and sslmode=%s in --url demands it.
          Its administrator turns it on (ssl = on); sslmode=prefer does without."""
        .formatted(destination.servers(), destination.sslMode().value);
  }

  /** The driver gives this SQLSTATE for all that goes wrong with TLS. */
  private String tlsFailed(SQLException error) {
    if (!destination.sslMode().verifyCertificate() && !isOfCertificates(error)) {
      return """
          TLS with %s did not come about: what answers is not PostgreSQL, or has no TLS version in\
           common with this Java.
            Check the port in --url, or do without TLS: sslmode=disable."""
          .formatted(destination.servers());
    }
    return """
        The certificate of the server at %s cannot be verified.
          Its authority's certificate is read from sslrootcert=FILE in --url, or from\
         ~/.postgresql/root.crt; with sslmode=verify-full the host must be named as in it."""
        .formatted(destination.servers());
  }

  private static boolean isOfCertificates(SQLException error) {
    return Stream.iterate((Throwable) error, cause -> cause != null, Throwable::getCause)
        .anyMatch(GeneralSecurityException.class::isInstance);
  }
}
