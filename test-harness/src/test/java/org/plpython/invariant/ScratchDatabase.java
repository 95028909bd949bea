package org.plpython.invariant;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A database with PL/Python and nothing else, on the server of another one. */
final class ScratchDatabase implements AutoCloseable {
  /** The harness makes it, and its own databases of it. */
  private static final String TEMPLATE = "plpython_template";

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final String server;
  private final String user;
  private final String name = "scratch_" + DATABASES.incrementAndGet();
  private final Connection connection;

  /** Beside the database of an address, as a superuser. */
  ScratchDatabase(String url, String user) throws SQLException {
    this.server = url.replaceFirst("[^/]*$", "");
    this.user = user;
    ask("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    this.connection = DriverManager.getConnection(server + name, user, "");
  }

  ScratchDatabase(Connection beside) throws SQLException {
    this(beside.getMetaData().getURL(), beside.getMetaData().getUserName());
  }

  private void ask(String sql) throws SQLException {
    try (Connection other = DriverManager.getConnection(server + "postgres", user, "");
        Statement statement = other.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The same one each time. */
  Connection connection() {
    return connection;
  }

  /** Whether the database of an address is there, too. */
  boolean isBeside(String url) throws SQLException {
    String sql = "SELECT FROM pg_database WHERE datname = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, url.replaceFirst(".*/", ""));
      return query.executeQuery().next();
    }
  }

  DatabaseDump dump() throws SQLException {
    return DatabaseDump.of(server + name, user);
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    ask("DROP DATABASE " + name + " WITH (FORCE)");
  }
}
