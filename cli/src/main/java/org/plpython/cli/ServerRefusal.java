package org.plpython.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.ServerErrorMessage;

/** What servers say to those whom they do not let in. */
record ServerRefusal(Destination destination, String passwordPlace) {

  /** By SQLSTATE, the manual's appendix A; empty: none that is known. */
  static Optional<String> explain(
      ServerErrorMessage message, Destination destination, String passwordPlace) {
    ServerRefusal refusal = new ServerRefusal(destination, passwordPlace);
    String text =
        switch (String.valueOf(message.getSQLState())) {
          case "28P01" -> refusal.wrongPassword();
          case "28000" -> refusal.notLetIn(message.getRoutine());
          case "3D000" -> refusal.noDatabase();
          case "42501" -> refusal.noConnectPrivilege();
          case "53300" -> refusal.tooMany();
          case "55000" -> refusal.closedDatabase();
          case "57P03", "57P01" -> refusal.notReady();
          default -> "";
        };
    return Optional.of(text).filter(known -> !known.isEmpty());
  }

  private String wrongPassword() {
    return """
        The server at %s refuses the password of role "%s".
          It came from %s. A server with passwords says the same of a role that it does not have."""
        .formatted(destination.servers(), destination.user(), passwordPlace);
  }

  /** The functions' names are those of PostgreSQL's source, since 9.1 and before. */
  private String notLetIn(@Nullable String routine) {
    return switch (String.valueOf(routine)) {
      case "InitializeSessionUserId" -> noRole();
      case "ClientAuthentication" -> noLine();
      default ->
          """
          The server at %s does not take role "%s" for who it says it is: its pg_hba.conf asks for\
           other proof than a password.
            Connect as the role that this machine's user or certificate stands for, or have the\
           administrator change pg_hba.conf."""
              .formatted(destination.servers(), destination.user());
    };
  }

  private String noRole() {
    return """
        The server at %s has no role "%s" that may log in.
          Name another with --user, or let an administrator make it: CREATE ROLE with LOGIN."""
        .formatted(destination.servers(), destination.user());
  }

  private String noLine() {
    String unencrypted =
        destination.sslMode() == SslMode.DISABLE
            ? " It may ask for TLS: take sslmode=disable out of --url."
            : "";
    return """
        The server at %s does not let role "%s" into database "%s" from this machine.
          Its administrator adds a line to pg_hba.conf; its log says how it saw this machine.%s"""
        .formatted(destination.servers(), destination.user(), destination.database(), unencrypted);
  }

  private String noDatabase() {
    return """
        The server at %s has no database "%s".
          %s"""
        .formatted(
            destination.servers(), destination.database(), DatabaseNames.advice(destination));
  }

  private String noConnectPrivilege() {
    return """
        Role "%s" may not connect to database "%s" at %s.
          Its owner allows that: GRANT CONNECT ON DATABASE."""
        .formatted(destination.user(), destination.database(), destination.servers());
  }

  private String tooMany() {
    return """
        The server at %s takes no more connections of role "%s" to database "%s".
          Try again when others have ended, or have the limit raised: max_connections, or CONNECTION\
         LIMIT of the role or the database."""
        .formatted(destination.servers(), destination.user(), destination.database());
  }

  private String closedDatabase() {
    return """
        Database "%s" at %s takes no connections.
          An administrator opens it: ALTER DATABASE with ALLOW_CONNECTIONS true."""
        .formatted(destination.database(), destination.servers());
  }

  private String notReady() {
    return """
        The server at %s takes no connections now: it is starting up, shutting down, or recovering.
          Try again in a moment. If it stays so, its log says why."""
        .formatted(destination.servers());
  }
}
