package org.plpython.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plpython.deploy.ConnectionLoss;
import org.plpython.deploy.ConnectionLoss.Outcome;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that name a database. */
final class DatabaseOptions {
  private static final String EMBEDDED = "embedded:";
  private static final String PASSWORD_VARIABLE = "PGPASSWORD";

  private final Map<String, String> environment;
  private final PasswordPrompt prompt;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--url",
      paramLabel = "JDBC",
      description = {
        "The database:",
        "  jdbc:postgresql://HOST:PORT/DATABASE",
        "  jdbc:postgresql://HOST/DATABASE?sslmode=verify-full      verified",
        "  jdbc:postgresql://A,B/DATABASE?targetServerType=primary  any",
        "  embedded:                                                a new one"
      })
  private String url = "";

  @Option(
      names = "--user",
      paramLabel = "USER",
      description = {
        "The role. Default: the URL's, else the operating system's user.",
        "If the server wants a password, it is taken from the environment variable PGPASSWORD, else"
            + " from ~/.pgpass, else asked for on the terminal."
      })
  private @Nullable String user;

  /** With the process's terminal. */
  DatabaseOptions(Map<String, String> environment) {
    this(environment, PasswordPrompt.onTerminal());
  }

  DatabaseOptions(Map<String, String> environment, PasswordPrompt prompt) {
    this.environment = environment;
    this.prompt = prompt;
  }

  /** Known, so that no message repeats what stands behind it. */
  @Option(names = "--password", hidden = true, arity = "0..1")
  void refusePassword(@Nullable String unused) {
    if (command == null) {
      throw new IllegalStateException("picocli sets the command first");
    }
    throw new ParameterException(
        command.commandLine(),
        "There is no --password, as others could read it. Give it in " + JdbcUrl.PASSWORD_PLACES);
  }

  /**
   * Looks whether there is a database.
   *
   * @throws ParameterException if none is named
   */
  void require() {
    if (url.isEmpty() && command != null) {
      throw new ParameterException(command.commandLine(), "Missing required option: '--url=JDBC'");
    }
  }

  /** What is done with a connection. */
  interface Work {
    /** Does it; the connection is closed afterwards. */
    void with(Connection connection) throws SQLException;
  }

  /**
   * Opens a connection, hands it over, and closes it: for work that changes nothing.
   *
   * @throws InvalidArgumentException if the options make no sense
   * @throws NoConnectionException if there is no connection, or it is lost in mid-work
   */
  void connected(Work work) throws SQLException {
    opened(connection -> told(work, connection, "the database was read", Outcome.NOTHING_CHANGED));
  }

  /**
   * The same for work that changes something. What the work says of a loss itself, in an exception
   * of its own, stands; of any other loss, the outcome is said to be unknown.
   *
   * @throws InvalidArgumentException if the options make no sense
   * @throws NoConnectionException if there is no connection, nothing can be changed over it, or it
   *     is lost in mid-work
   */
  void writing(Work work) throws SQLException {
    opened(
        connection -> {
          told(WriteAccess::require, connection, "the database was read", Outcome.NOTHING_CHANGED);
          told(work, connection, "the database was changed", Outcome.UNKNOWN);
        });
  }

  private static void told(Work work, Connection connection, String what, Outcome outcome)
      throws SQLException {
    try {
      work.with(connection);
    } catch (SQLException error) {
      Optional<String> loss = ConnectionLoss.explain(error, what, outcome);
      if (loss.isPresent()) {
        throw new NoConnectionException(loss.get());
      }
      throw error;
    }
  }

  private void opened(Work work) throws SQLException {
    if (url.equals(EMBEDDED)) {
      try (PlPythonDatabase database = EmbeddedPostgres.shared().createDatabase();
          Connection connection = database.connect()) {
        work.with(connection);
      }
    } else {
      try (Connection connection = connector().open()) {
        work.with(connection);
      }
    }
  }

  /** As for psql, an empty variable is none. */
  private Connector connector() {
    if (user != null && user.isBlank()) {
      throw new InvalidArgumentException("--user is empty: name a role, or leave it out.");
    }
    return new Connector(
        JdbcUrl.of(url),
        Optional.ofNullable(user),
        Optional.ofNullable(environment.get(PASSWORD_VARIABLE)).filter(text -> !text.isEmpty()),
        prompt);
  }
}
