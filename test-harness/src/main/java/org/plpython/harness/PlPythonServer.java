package org.plpython.harness;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A running PostgreSQL with PL/Python, for tests. Which one serves the tests of a JVM is said by
 * the system property {@code plpython.test.database} or the environment's {@code
 * PLPYTHON_TEST_DATABASE}:
 *
 * <ul>
 *   <li>{@code embedded} or {@code embedded:18}: from jars
 *   <li>{@code local} or {@code local:15}: of the PostgreSQL that is installed on this machine
 *   <li>{@code docker} or {@code docker:IMAGE}: in a container, by Testcontainers
 *   <li>{@code jdbc:postgresql://HOST:PORT/DATABASE}: a server that runs already
 *   <li>nothing: the first of the first three that can
 * </ul>
 *
 * <p>But for the last one, the server is one of our own: its data are gone at {@link #close()}, or
 * when the JVM ends, even if that is killed. It listens on 127.0.0.1 only and lets everyone in
 * without a password. Databases are UTF-8, sort by code point, and have UTC as their time zone;
 * note that PostgreSQL's JDBC driver gives each session the JVM's own. Nothing is synced to disk
 * and autovacuum is off. No method returns or takes null. All methods may be called from several
 * threads.
 */
public class PlPythonServer implements AutoCloseable {

  static final String NAMES = "plpython_";

  private final ServerAddress address;
  private final MaintenanceConnection maintenance;
  private final String names;
  private final Runnable stop;
  private final Map<Preparation, String> prepared = new ConcurrentHashMap<>();
  private final AtomicInteger databases = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable String copying;

  /** Over a server that was just started, with a template in it. */
  PlPythonServer(ServerProcess process) {
    this(
        process.address(),
        new MaintenanceConnection(process.address(), "SELECT"),
        NAMES,
        process::stop);
  }

  /**
   * Over any server.
   *
   * @param names what the names of the template and of all databases begin with
   * @param stop ends the server, or lets go of it
   */
  PlPythonServer(
      ServerAddress address, MaintenanceConnection maintenance, String names, Runnable stop) {
    this.address = address;
    this.maintenance = maintenance;
    this.names = names;
    this.stop = stop;
  }

  /**
   * The server that all tests of this JVM share. The first call starts it; it ends with the JVM.
   *
   * @return a server that takes connections; nobody needs to close it
   * @throws UnsupportedPlatformException when the embedded server is asked for and does not run on
   *     this machine
   * @throws PlPythonServerException when there is none; the message says what was tried, and what
   *     to do
   */
  public static PlPythonServer forTests() {
    return ServerChoice.ofThisJvm().provider().shared();
  }

  /**
   * The address of a database.
   *
   * @param database its name as PostgreSQL has it, unquoted; whether it exists is not checked
   * @return a JDBC URL without a user: connect as {@link #user()} or any other role
   */
  public String jdbcUrl(String database) {
    return address.jdbcUrl(database);
  }

  /**
   * The server's port.
   *
   * @return a TCP port, of 127.0.0.1 unless a JDBC URL named another host
   */
  public int port() {
    return address.port();
  }

  /**
   * The role that tests connect as.
   *
   * @return {@code postgres}, a superuser, on a server of our own
   */
  public String user() {
    return address.user();
  }

  /**
   * The role's password.
   *
   * @return empty on a server of our own, and where the driver finds the password by itself
   */
  public String password() {
    return address.password().orElse("");
  }

  /**
   * Makes a database of its own, where the extension plpython3u is installed already.
   *
   * @return a database with a name that this server has not used before
   * @throws PlPythonServerException when the server is closed or refuses
   */
  public PlPythonDatabase createDatabase() {
    return copy(TemplateDatabase.name(names), List.of());
  }

  /** Makes a database where something has been done; it is done once for each preparation. */
  PlPythonDatabase createDatabase(Preparation preparation) {
    return preparation.equals(Preparation.NONE)
        ? createDatabase()
        : copy(prepared.computeIfAbsent(preparation, this::prepared), preparation.deployed());
  }

  private String prepared(Preparation preparation) {
    PlPythonDatabase database = createDatabase();
    try {
      preparation.prepare(database);
      execute("ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS false");
      return database.name();
    } catch (Throwable failure) {
      database.close();
      throw failure;
    }
  }

  private PlPythonDatabase copy(String template, List<String> sources) {
    if (closed.get()) {
      throw new PlPythonServerException("The server is closed: no database can be made");
    }
    String name = names + databases.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + template + copying());
    return new PlPythonDatabase(this, name, sources);
  }

  /**
   * Ends the server, along with all connections, and removes its data; on a server that a JDBC URL
   * named, removes what tests have made. Does nothing the second time.
   *
   * @throws PlPythonServerException when the server has not ended after 30 seconds
   */
  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      maintenance.close();
      stop.run();
    }
  }

  boolean isClosed() {
    return closed.get();
  }

  PGSimpleDataSource dataSource(String database) {
    return address.dataSource(database);
  }

  void execute(String sql) {
    try {
      maintenance.execute(sql);
    } catch (SQLException e) {
      throw new PlPythonServerException("The server refused: " + sql, e);
    }
  }

  /** Where nothing is synced, to copy the template's files takes half the time of its log. */
  private String copying() {
    String known = copying;
    if (known == null) {
      String query =
          "SELECT current_setting('fsync') = 'off'"
              + " AND current_setting('server_version_num')::int >= 150000";
      try {
        known = maintenance.texts(query).equals(List.of("t")) ? " STRATEGY file_copy" : "";
      } catch (SQLException e) {
        throw new PlPythonServerException("The server refused: " + query, e);
      }
      copying = known;
    }
    return known;
  }
}
