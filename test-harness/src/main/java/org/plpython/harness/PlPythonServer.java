package org.plpython.harness;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A running PostgreSQL with PL/Python, for tests: its data are gone at {@link #close()}, or when
 * the JVM ends, even if that is killed.
 *
 * <p>The server listens on 127.0.0.1 only and lets everyone in without a password. Databases are
 * UTF-8, sort by code point, and have UTC as their time zone; note that PostgreSQL's JDBC driver
 * gives each session the JVM's own. Nothing is synced to disk and autovacuum is off. No method
 * returns or takes null. All methods may be called from several threads.
 */
public class PlPythonServer implements AutoCloseable {

  private static final String USER = "postgres";
  private static final String TEMPLATE = "plpython_template";

  private final ServerProcess process;
  private final AtomicInteger databases = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Over a server that was just started; it is stopped where PL/Python does not work in it. */
  PlPythonServer(ServerProcess process) {
    this.process = process;
    try {
      prepareTemplate();
    } catch (SQLException e) {
      RuntimeException failure = process.log().pythonFailure(e);
      process.stop();
      throw failure;
    }
  }

  /**
   * The address of a database.
   *
   * @param database its name as PostgreSQL has it, unquoted; whether it exists is not checked
   * @return a JDBC URL without a user: connect as {@link #user()} or any other role
   */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:"
        + port()
        + "/"
        + URLEncoder.encode(database, StandardCharsets.UTF_8);
  }

  /**
   * The server's port.
   *
   * @return a TCP port of 127.0.0.1
   */
  public int port() {
    return process.port();
  }

  /**
   * The superuser.
   *
   * @return {@code postgres}; it needs no password
   */
  public String user() {
    return USER;
  }

  /**
   * Makes a database of its own, where the extension plpython3u is installed already.
   *
   * @return a database with a name that this server has not used before
   * @throws PlPythonServerException when the server is closed or refuses
   */
  public PlPythonDatabase createDatabase() {
    String name = "plpython_" + databases.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    return new PlPythonDatabase(this, name);
  }

  /**
   * Ends the server, along with all connections, and removes its data. Does nothing the second
   * time.
   *
   * @throws PlPythonServerException when the server has not ended after 30 seconds
   */
  @Override
  public void close() {
    closed.set(true);
    process.stop();
  }

  boolean isClosed() {
    return closed.get();
  }

  Path directory() {
    return process.directory();
  }

  PGSimpleDataSource dataSource(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl(database));
    source.setUser(USER);
    return source;
  }

  void execute(String sql) {
    try {
      execute(USER, sql);
    } catch (SQLException e) {
      throw new PlPythonServerException("The server refused: " + sql, e);
    }
  }

  private void execute(String database, String... statements) throws SQLException {
    try (Connection connection = dataSource(database).getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** CREATE EXTENSION loads Python, so it also proves that this machine can. */
  private void prepareTemplate() throws SQLException {
    execute(USER, "CREATE DATABASE " + TEMPLATE);
    execute(TEMPLATE, "CREATE EXTENSION plpython3u", "DO 'pass' LANGUAGE plpython3u");
    execute(USER, "ALTER DATABASE " + TEMPLATE + " IS_TEMPLATE true ALLOW_CONNECTIONS false");
  }
}
