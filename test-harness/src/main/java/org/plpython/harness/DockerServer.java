package org.plpython.harness;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;

/** Starts PostgreSQL in a container, as the official image and those built on it want it. */
final class DockerServer {

  private static final int PORT = 5432;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FOLDER = "org/plpython/harness/docker/";

  private final GenericContainer<?> container;
  private final String password = UUID.randomUUID().toString();

  private DockerServer(GenericContainer<?> container) {
    this.container = container;
  }

  /**
   * Starts a server of its own.
   *
   * @param image its image; empty: the one that is built of our Dockerfile
   * @throws PlPythonServerException when it cannot be had or does not start
   */
  static PlPythonServer start(Optional<String> image) {
    DockerEngine.removeLeftovers();
    return new DockerServer(
            image
                .<GenericContainer<?>>map(
                    name -> new GenericContainer<>(DockerImageName.parse(name)))
                .orElseGet(() -> new GenericContainer<>(built())))
        .run(image.orElse("the image of our Dockerfile"));
  }

  /** It is kept, as the first build takes a minute. */
  private static Future<String> built() {
    return new ImageFromDockerfile("plpython-postgres", false)
        .withFileFromClasspath("Dockerfile", FOLDER + "Dockerfile")
        .withFileFromClasspath("requirements.txt", FOLDER + "requirements.txt");
  }

  /** The port is reachable from other machines, so there is a password that nobody knows. */
  private PlPythonServer run(String image) {
    container
        .withEnv(
            Map.of(
                "POSTGRES_PASSWORD",
                password,
                "POSTGRES_INITDB_ARGS",
                "--encoding=UTF8 --locale=C --lc-ctype=C.UTF-8 --no-sync"))
        .withCommand(
            "postgres -c max_connections=200 -c fsync=off -c synchronous_commit=off"
                + " -c full_page_writes=off -c autovacuum=off"
                + " -c timezone=UTC -c log_timezone=UTC -c lc_messages=C")
        .withLabel(DockerEngine.LABEL, JvmMark.ofThisJvm().toString())
        .withExposedPorts(PORT);
    try {
      container.start();
    } catch (ContainerLaunchException e) {
      throw new PlPythonServerException("Cannot start " + image + " in Docker: " + causes(e), e);
    }
    return server(image);
  }

  private PlPythonServer server(String image) {
    ServerAddress address = address();
    MaintenanceConnection maintenance = new MaintenanceConnection(address, "SELECT");
    try {
      awaitConnection(address);
    } catch (SQLException e) {
      throw failed(image + " takes no connections", e);
    }
    try {
      TemplateDatabase.create(address, maintenance, PlPythonServer.NAMES);
    } catch (SQLException e) {
      maintenance.close();
      throw failed("PL/Python does not work in " + image, e);
    }
    return new PlPythonServer(address, maintenance, PlPythonServer.NAMES, container::stop);
  }

  private PlPythonServerException failed(String what, SQLException cause) {
    PlPythonServerException failure =
        new ServerLog(container.getLogs()).failure(what + ": " + cause.getMessage() + ".");
    failure.initCause(cause);
    container.stop();
    return failure;
  }

  private ServerAddress address() {
    return new ServerAddress(
        "jdbc:postgresql://%s:%d/".formatted(container.getHost(), container.getMappedPort(PORT)),
        "",
        "postgres",
        "postgres",
        Optional.of(password));
  }

  /** Docker takes connections for a server that is not there yet. */
  private void awaitConnection(ServerAddress address) throws SQLException {
    Deadline deadline = Deadline.in(PATIENCE);
    while (true) {
      try (Connection unused = address.dataSource(address.maintenance()).getConnection()) {
        return;
      } catch (SQLException e) {
        if (deadline.passed() || !container.isRunning()) {
          throw e;
        }
        deadline.pause();
      }
    }
  }

  private static String causes(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append("\n  ").append(cause.getMessage());
    }
    return text.toString();
  }
}
