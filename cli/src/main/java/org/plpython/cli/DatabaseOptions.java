package org.plpython.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;
import picocli.CommandLine.Option;

/** The options that name a database. */
final class DatabaseOptions {
  private static final String EMBEDDED = "embedded:";

  private final Map<String, String> environment;

  @Option(
      names = "--url",
      required = true,
      paramLabel = "JDBC",
      description = {
        "jdbc:postgresql://HOST:PORT/DATABASE, or embedded: for a database that is made for this"
            + " run and thrown away."
      })
  private String url = "";

  @Option(
      names = "--user",
      paramLabel = "USER",
      description = {
        "The role. Default: the URL's, else the operating system's user.",
        "Its password comes from the environment variable PGPASSWORD or from ~/.pgpass."
      })
  private @Nullable String user;

  DatabaseOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /** What is done with a connection. */
  interface Work {
    /** Does it; the connection is closed afterwards. */
    void with(Connection connection) throws SQLException;
  }

  /**
   * Opens a connection, hands it over, and closes it.
   *
   * @throws InvalidArgumentException if the URL is none of PostgreSQL's, or nothing answers there
   */
  void connected(Work work) throws SQLException {
    if (url.equals(EMBEDDED)) {
      try (PlPythonDatabase database = EmbeddedPostgres.shared().createDatabase();
          Connection connection = database.connect()) {
        work.with(connection);
      }
    } else {
      try (Connection connection = connect()) {
        work.with(connection);
      }
    }
  }

  private Connection connect() {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new InvalidArgumentException(
          "'%s' is no address of a PostgreSQL database: write jdbc:postgresql://HOST:PORT/DATABASE, or embedded:."
              .formatted(url));
    }
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "plpython");
    if (user != null) {
      properties.setProperty("user", user);
    }
    String password = environment.get("PGPASSWORD");
    if (password != null) {
      properties.setProperty("password", password);
    }
    try {
      return DriverManager.getConnection(url, properties);
    } catch (SQLException refused) {
      throw new InvalidArgumentException(
          "Cannot connect to %s: %s".formatted(url, refused.getMessage()));
    }
  }
}
