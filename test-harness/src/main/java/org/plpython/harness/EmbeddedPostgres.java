package org.plpython.harness;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A running PostgreSQL 18 with PL/Python (Python 3.14), from jars alone. It is meant for tests: its
 * data are gone at {@link #close()}, or when the JVM ends, even if that is killed.
 *
 * <p>The server listens on 127.0.0.1 only and lets everyone in without a password. Databases are
 * UTF-8, sort by code point, and have UTC as their time zone; note that PostgreSQL's JDBC driver
 * gives each session the JVM's own. Nothing is synced to disk and autovacuum is off. No method
 * returns or takes null. All methods may be called from several threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final String USER = "postgres";
  private static final String TEMPLATE = "plpython_template";

  private static @Nullable EmbeddedPostgres shared;

  private final Distribution distribution;
  private final ServerProcess process;
  private final AtomicInteger databases = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedPostgres(Distribution distribution, ServerProcess process) {
    this.distribution = distribution;
    this.process = process;
  }

  /**
   * Starts a server of its own, without telling of progress.
   *
   * @return a server that takes connections; the caller closes it
   * @throws UnsupportedPlatformException when this machine cannot run it
   * @throws EmbeddedPostgresException when it cannot be unpacked or does not start
   */
  public static EmbeddedPostgres start() {
    return start(line -> {});
  }

  /**
   * Starts a server of its own.
   *
   * @param progress gets one short line before each step that takes time, in the calling thread
   * @return a server that takes connections; the caller closes it
   * @throws UnsupportedPlatformException when this machine cannot run it
   * @throws EmbeddedPostgresException when it cannot be unpacked or does not start
   */
  public static EmbeddedPostgres start(Consumer<String> progress) {
    return start(ServerSetup.ofThisMachine(progress));
  }

  /**
   * The server that all tests of this JVM share. The first call starts it; it ends with the JVM. A
   * call after it was closed starts another one.
   *
   * @return a server that takes connections; nobody needs to close it
   * @throws UnsupportedPlatformException when this machine cannot run it
   * @throws EmbeddedPostgresException when it cannot be unpacked or does not start
   */
  public static synchronized EmbeddedPostgres shared() {
    EmbeddedPostgres server = shared;
    if (server == null || server.isClosed()) {
      server = start();
      shared = server;
    }
    return server;
  }

  static EmbeddedPostgres start(ServerSetup setup) {
    EmbeddedPostgres server = new EmbeddedPostgres(setup.distribution(), setup.start());
    try {
      server.prepareTemplate();
      return server;
    } catch (SQLException e) {
      RuntimeException failure = server.process.log().pythonFailure(e);
      server.close();
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
   * @throws EmbeddedPostgresException when the server is closed or refuses
   */
  public PlPythonDatabase createDatabase() {
    String name = "plpython_" + databases.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    return new PlPythonDatabase(this, name);
  }

  /**
   * The folder that holds the server's Python.
   *
   * @return what {@code sys.prefix} is inside the server and for {@link #python}; to be read only
   */
  public Path pythonHome() {
    return distribution.pythonHome();
  }

  /**
   * The interpreter of the server's Python. It finds its library by itself; {@link #python} makes
   * it independent of the user's environment as well.
   *
   * @return an executable file
   */
  public Path pythonExecutable() {
    return distribution.pythonExecutable();
  }

  /**
   * Python's standard library, without its own tests, tkinter, IDLE and pip, and without OpenSSL's
   * part of hashlib: {@code hashlib.scrypt} and {@code hashlib.pbkdf2_hmac} are missing.
   *
   * @return the folder {@code lib/python3.14} below {@link #pythonHome()}; to be read only
   */
  public Path standardLibrary() {
    return distribution.standardLibrary();
  }

  /**
   * Prepares a run of the server's Python outside of the server, on a machine that may have no
   * Python. {@code PYTHON...} variables of the user do not reach it; the caller may set some.
   *
   * @param arguments what follows {@code python3.14} on a command line, such as {@code "-m",
   *     "unittest"}
   * @return a builder whose directory and streams are the caller's to set
   */
  public ProcessBuilder python(String... arguments) {
    List<String> command =
        Stream.concat(Stream.of(pythonExecutable().toString()), Arrays.stream(arguments)).toList();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
    builder.environment().putAll(distribution.pythonEnvironment());
    return builder;
  }

  /**
   * Ends the server, along with all connections, and removes its data. Does nothing the second
   * time.
   *
   * @throws EmbeddedPostgresException when the server has not ended after 30 seconds
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
      throw new EmbeddedPostgresException("The embedded server refused: " + sql, e);
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
