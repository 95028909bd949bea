package org.plpython.flyway;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.plugin.PluginRegister;
import org.plpython.benchmark.PriceFunctions;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.object.DatabaseObject;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.Location;
import org.plpython.sql.DdlWriter;

/**
 * What a thousand functions cost in Flyway: Python files against {@code R__*.sql} files of the very
 * statements that install them, and against these statements over JDBC. Prints medians in seconds
 * and their ratios; see docs/benchmarks.md.
 */
public final class FlywayBenchmark {
  /** The JVM forgets the level of a logger that nobody holds. */
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("org.flywaydb"), Logger.getLogger("org.plpython"));

  private static final int WARM_UP = 1;
  private static final int ROUNDS = 5;

  private final EmbeddedPostgres server;
  private final Path folder;
  private final int functions;
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
  private List<String> ddl = List.of();
  private int touched;

  private FlywayBenchmark(EmbeddedPostgres server, Path folder, int functions) {
    this.server = server;
    this.folder = folder;
    this.functions = functions;
  }

  /** Runs everything; takes the number of functions, else a thousand. */
  public static void main(String[] arguments) throws Exception {
    LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    int functions = arguments.length == 0 ? 1000 : Integer.parseInt(arguments[0]);
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      new FlywayBenchmark(server, Files.createTempDirectory("plpython"), functions).run();
    }
  }

  private void run() throws Exception {
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      if (round == 0) {
        seconds.clear();
      }
      measure(true);
      measure(false);
    }
    seconds.forEach(
        (what, times) -> System.out.printf(Locale.ROOT, "%-32s %6.3f s%n", what, median(times)));
    System.out.println();
    for (String what :
        List.of("first, one group", "first", "nothing to do", "info", "one edited", "all edited")) {
      ratio("Python: " + what, "SQL: " + what);
    }
    ratio("Python: nothing to do, touched", "SQL: nothing to do");
    ratio("Python: first, one group", "JDBC: first");
  }

  private void measure(boolean isGroup) throws Exception {
    write(0, 0);
    String first = isGroup ? "first, one group" : "first";
    try (PlPythonDatabase python = server.createDatabase();
        PlPythonDatabase sql = server.createDatabase();
        PlPythonDatabase jdbc = server.createDatabase()) {
      time("Python: " + first, () -> python(python, isGroup).migrate());
      time("SQL: " + first, () -> sql(sql, isGroup).migrate());
      if (!isGroup) {
        return;
      }
      time("JDBC: first", () -> jdbc(jdbc));
      time("Python: nothing to do", () -> python(python, true).migrate());
      time("SQL: nothing to do", () -> sql(sql, true).migrate());
      time("Python: info", () -> python(python, true).info());
      time("SQL: info", () -> sql(sql, true).info());
      touched++;
      write("py/touched.py", "# " + touched);
      time("Python: nothing to do, touched", () -> python(python, true).migrate());
      write(1, 0);
      time("Python: one edited", () -> python(python, true).migrate());
      time("SQL: one edited", () -> sql(sql, true).migrate());
      write(2, 2);
      time("Python: all edited", () -> python(python, true).migrate());
      time("SQL: all edited", () -> sql(sql, true).migrate());
    }
  }

  private Flyway python(PlPythonDatabase database, boolean isGroup) {
    FluentConfiguration configuration = configuration(database, "versioned", isGroup);
    PlPythonConfiguration.of(configuration).setLocations(List.of("filesystem:" + folder + "/py"));
    return configuration.load();
  }

  private Flyway sql(PlPythonDatabase database, boolean isGroup) {
    FluentConfiguration configuration = configuration(database, "sql", isGroup);
    removeExtension(configuration.getPluginRegister());
    return configuration.load();
  }

  /** Flyway takes all that is on its class path, and has no setting that takes one off. */
  private static void removeExtension(PluginRegister register) {
    try {
      register.getExact(PlPythonConfiguration.class);
      Field providers = PluginRegister.class.getDeclaredField("REGISTERED_PROVIDERS");
      providers.setAccessible(true);
      ((Collection<?>) providers.get(register))
          .removeIf(it -> ((ServiceLoader.Provider<?>) it).type().getName().contains(".plpython."));
    } catch (ReflectiveOperationException otherFlyway) {
      throw new IllegalStateException(otherFlyway);
    }
  }

  private FluentConfiguration configuration(
      PlPythonDatabase database, String location, boolean isGroup) {
    return Flyway.configure()
        .dataSource(database.dataSource())
        .locations("filesystem:" + folder.resolve(location))
        .placeholderReplacement(false)
        .group(isGroup);
  }

  private void jdbc(PlPythonDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setEscapeProcessing(false);
      for (String sql : ddl) {
        statement.execute(sql);
      }
      connection.commit();
    }
  }

  /**
   * Writes the sources of an edition.
   *
   * @param one number in the first function
   * @param all number in all others
   */
  private void write(int one, int all) throws IOException {
    write("versioned/V1__nothing.sql", "SELECT 1;");
    PriceFunctions.write(folder.resolve("py"), functions, one, all);
    List<DatabaseObject> objects =
        new PythonResolver(FlywayBenchmark.class.getClassLoader())
            .resolve(List.of(Location.parse("filesystem:" + folder + "/py")));
    List<String> statements = new ArrayList<>();
    write("sql/V1__nothing.sql", "SELECT 1;");
    for (int i = 0; i < objects.size(); i++) {
      List<String> own = DdlWriter.statements(objects.get(i));
      statements.addAll(own);
      write("sql/R__function_%04d.sql".formatted(i), String.join(";\n", own) + ";\n");
    }
    ddl = statements;
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** What is measured. */
  private interface Work {
    void run() throws Exception;
  }

  private void time(String what, Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    double taken = (System.nanoTime() - start) / 1e9;
    seconds.computeIfAbsent(what, w -> new ArrayList<>()).add(taken);
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private void ratio(String ours, String theirs) {
    System.out.printf(
        Locale.ROOT,
        "%-30s to %-24s %5.2f%n",
        ours,
        theirs,
        median(seconds.getOrDefault(ours, List.of()))
            / median(seconds.getOrDefault(theirs, List.of())));
  }
}
