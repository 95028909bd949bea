package org.plpython.cli;

import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Tells by an exception of its own that a server asks for a password and none is there; the driver
 * would tell so in the JVM's language. The driver makes it, by name, when the server asks.
 */
public final class PasswordOnDemand implements AuthenticationPlugin {
  private final @Nullable String password;

  /** With what the driver knows of the connection, a password from its file included. */
  public PasswordOnDemand(Properties known) {
    this.password = PGProperty.PASSWORD.getOrDefault(known);
  }

  @Override
  public char @Nullable [] getPassword(AuthenticationRequestType type) throws PSQLException {
    if (password != null) {
      return password.toCharArray();
    } else if (type == AuthenticationRequestType.GSS) {
      return null;
    }
    throw new Missing();
  }

  /** Nobody has given a password. */
  static final class Missing extends PSQLException {
    private static final long serialVersionUID = 1L;

    Missing() {
      super("The server asks for a password.", PSQLState.INVALID_PASSWORD);
    }
  }
}
