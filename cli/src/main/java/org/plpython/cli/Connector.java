package org.plpython.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.PGProperty;

/** Opens connections; a person is asked for a password if the server wants one and none is set. */
final class Connector {
  private static final String CONNECT_SECONDS = "10";
  private static final String LOGIN_SECONDS = "30";

  /** Kept from being collected along with its level. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  static {
    if (DRIVER.getLevel() == null) {
      DRIVER.setLevel(Level.OFF); // It warns of URLs, whole, beside the one message.
    }
  }

  private final JdbcUrl url;
  private final Optional<String> user;
  private final Optional<String> password;
  private final PasswordPrompt prompt;

  /**
   * For one URL.
   *
   * @param user empty: the URL's, else the operating system's
   * @param password empty: that of the password file, if the server asks for one
   */
  Connector(JdbcUrl url, Optional<String> user, Optional<String> password, PasswordPrompt prompt) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.prompt = prompt;
  }

  /**
   * Opens one, within half a minute.
   *
   * @throws InvalidArgumentException if URL and user make no sense
   * @throws NoConnectionException if there is no connection to be had
   */
  Connection open() {
    Properties properties = properties();
    Destination destination = Destination.of(url, properties);
    refuseTwoUsers(destination);
    try {
      return DriverManager.getConnection(url.text(), properties);
    } catch (SQLException error) {
      if (ConnectionFailure.isPasswordMissing(error)) {
        return open(properties, destination);
      }
      String place =
          password.isPresent()
              ? "the environment variable PGPASSWORD"
              : "the password file, ~/.pgpass or where PGPASSFILE points";
      throw new NoConnectionException(ConnectionFailure.explain(error, destination, place));
    }
  }

  private Connection open(Properties properties, Destination destination) {
    properties.setProperty(PGProperty.PASSWORD.getName(), ask(destination));
    try {
      return DriverManager.getConnection(url.text(), properties);
    } catch (SQLException error) {
      Destination again = Destination.of(url, properties);
      throw new NoConnectionException(ConnectionFailure.explain(error, again, "the terminal"));
    }
  }

  private String ask(Destination destination) {
    return prompt
        .ask(destination.user())
        .orElseThrow(
            () ->
                new NoConnectionException(
                    """
                    The server at %s asks for the password of role "%s", and there is none.
                      Give it in %s"""
                        .formatted(
                            destination.servers(), destination.user(), JdbcUrl.PASSWORD_PLACES)));
  }

  /** The driver would go by the URL's in silence. */
  private void refuseTwoUsers(Destination destination) {
    if (user.isPresent() && !user.get().equals(destination.user())) {
      throw new InvalidArgumentException(
          "--url names the user %s, and --user %s: leave one of them out."
              .formatted(destination.user(), user.get()));
    }
  }

  /** The URL's own come before them. */
  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty(PGProperty.APPLICATION_NAME.getName(), "plpython");
    properties.setProperty(PGProperty.CONNECT_TIMEOUT.getName(), CONNECT_SECONDS);
    properties.setProperty(PGProperty.LOGIN_TIMEOUT.getName(), LOGIN_SECONDS);
    properties.setProperty(PGProperty.TCP_KEEP_ALIVE.getName(), "true");
    properties.setProperty(
        PGProperty.AUTHENTICATION_PLUGIN_CLASS_NAME.getName(), PasswordOnDemand.class.getName());
    user.ifPresent(name -> properties.setProperty(PGProperty.USER.getName(), name));
    password.ifPresent(text -> properties.setProperty(PGProperty.PASSWORD.getName(), text));
    return properties;
  }
}
