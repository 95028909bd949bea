package org.plpython.harness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.plpython.deploy.DeploySettings;
import org.plpython.deploy.DeployWatcher;
import org.plpython.deploy.Deployment;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.PlanSettings;

/**
 * A database with the extension plpython3u, empty unless somebody has prepared it, that is dropped
 * at {@link #close()}. No method returns null. All methods may be called from several threads.
 */
public final class PlPythonDatabase implements AutoCloseable {

  private final PlPythonServer server;
  private final String name;
  private final List<String> sources;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Over a database that was just made.
   *
   * @param sources the locations of the Python sources that are deployed in it
   */
  PlPythonDatabase(PlPythonServer server, String name, List<String> sources) {
    this.server = server;
    this.name = name;
    this.sources = new CopyOnWriteArrayList<>(sources);
  }

  /**
   * The locations of the Python sources that are deployed in it, as far as the harness knows: by
   * {@link PlPythonTest} and {@link #deploy}.
   *
   * @return such as {@code classpath:db/plpython}, each once; a copy
   */
  public List<String> sources() {
    return List.copyOf(sources);
  }

  /**
   * The database's name.
   *
   * @return a name that needs no quotes in SQL
   */
  public String name() {
    return name;
  }

  /**
   * The database's address.
   *
   * @return a JDBC URL without a user: connect as {@link #user()} or any other role
   */
  public String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  /**
   * The database's owner, a superuser on a server of our own.
   *
   * @return the role to connect as
   */
  public String user() {
    return server.user();
  }

  /**
   * The owner's password.
   *
   * @return empty on a server of our own, and where the driver finds the password by itself
   */
  public String password() {
    return server.password();
  }

  /**
   * Opens a connection as the owner.
   *
   * @return a new connection with autocommit on; the caller closes it
   * @throws SQLException when the database or the server is closed
   */
  public Connection connect() throws SQLException {
    return dataSource().getConnection();
  }

  /**
   * A source of connections as the owner, for tools that ask for one.
   *
   * @return a source without a pool: each connection is new, and closed by whoever asked for it
   */
  public DataSource dataSource() {
    return server.dataSource(name);
  }

  /**
   * Installs all functions and triggers of Python sources, in one transaction, as {@code plpython
   * apply} does without a project: for tests that make their tables themselves.
   *
   * @param locations each {@code classpath:...} or {@code filesystem:...}, such as {@code
   *     classpath:db/plpython}
   * @throws org.plpython.PlPythonException if a location holds no Python file, sources hold
   *     mistakes, or the server refuses; nothing was changed then
   * @throws PlPythonServerException when the database or the server is closed
   */
  public void deploy(String... locations) {
    List<DatabaseObject> objects = Sources.objects(List.of(locations));
    try (Connection connection = connect()) {
      new Deployment(connection, PlanSettings.DEFAULT, DeploySettings.DEFAULT)
          .apply(objects, DeployWatcher.NONE);
      List.of(locations).stream().filter(it -> !sources.contains(it)).forEach(sources::add);
    } catch (SQLException e) {
      throw new PlPythonServerException("Cannot connect to " + jdbcUrl(), e);
    }
  }

  /**
   * Drops the database, along with all connections to it. Does nothing the second time, nor when
   * the server is closed.
   *
   * @throws PlPythonServerException when the server refuses
   */
  @Override
  public void close() {
    if (!closed.getAndSet(true) && !server.isClosed()) {
      server.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
  }
}
