package org.plpython.harness;

import java.sql.SQLException;
import java.util.Optional;

/** A server that somebody else runs; tests make databases of their own there, and drop them. */
final class GivenProvider implements ServerProvider {
  private final ServerAddress address;
  private final SharedServer<PlPythonServer> shared = new SharedServer<>(this::start);

  GivenProvider(ServerAddress address) {
    this.address = address;
  }

  @Override
  public String name() {
    return address.jdbcUrl(address.maintenance());
  }

  /** Only the attempt shows. */
  @Override
  public Optional<String> obstacle() {
    return Optional.empty();
  }

  @Override
  public PlPythonServer shared() {
    return shared.get();
  }

  private PlPythonServer start() {
    Claim claim = Claim.random();
    MaintenanceConnection maintenance = new MaintenanceConnection(address, claim.lock());
    try {
      for (String leftover : maintenance.texts(Claim.LEFTOVERS)) {
        maintenance.execute("DROP DATABASE IF EXISTS \"" + leftover + "\" WITH (FORCE)");
      }
      TemplateDatabase.create(address, maintenance, claim.names());
    } catch (SQLException e) {
      maintenance.close();
      throw failure(e);
    }
    PlPythonServer server =
        new PlPythonServer(address, maintenance, claim.names(), () -> remove(claim));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "plpython-databases"));
    return server;
  }

  /** Over another connection, as the server has closed its own by now. */
  private void remove(Claim claim) {
    MaintenanceConnection last = new MaintenanceConnection(address, claim.lock());
    try {
      for (String database : last.texts(claim.databases())) {
        last.execute("DROP DATABASE IF EXISTS \"" + database + "\" WITH (FORCE)");
      }
    } catch (SQLException e) {
      throw new PlPythonServerException(
          "Cannot drop the databases of this run; the next run does", e);
    } finally {
      last.close();
    }
  }

  private PlPythonServerException failure(SQLException cause) {
    String message = String.valueOf(cause.getMessage());
    return new PlPythonServerException(
        "The tests cannot use %s as %s: %s%n%s"
            .formatted(name(), address.user(), message, advice(message)),
        cause);
  }

  private String advice(String message) {
    if (message.contains("to create database")) {
      return "Tests make databases of their own: ALTER ROLE \"" + address.user() + "\" CREATEDB";
    }
    if (message.contains("is not available") || message.contains("control file")) {
      return "PL/Python is missing on the server: install its package, on Debian"
          + " postgresql-plpython3-NN";
    }
    if (message.contains("plpython3u")) {
      return "PL/Python is for superusers: name one with -D" + GivenServer.USER + "=ROLE";
    }
    return "Mend -D%s, -D%s or -D%s (a password may also stand in PGPASSWORD or ~/.pgpass)"
        .formatted(ServerChoice.PROPERTY, GivenServer.USER, GivenServer.PASSWORD);
  }
}
