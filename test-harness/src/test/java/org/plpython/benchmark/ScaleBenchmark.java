package org.plpython.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plpython.deploy.DeploySettings;
import org.plpython.deploy.DeployWatcher;
import org.plpython.deploy.Deployment;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Routine;
import org.plpython.plan.PlanSettings;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;
import org.plpython.sql.DdlWriter;

/**
 * What a large project costs: 1,000 and 10,000 functions from the sources to the database, against
 * the same statements sent by hand. Prints seconds, ratios and peak memory; see docs/benchmarks.md.
 */
public final class ScaleBenchmark {
  private static final int ROUNDS = 3;

  private final EmbeddedPostgres server;
  private final ScaleSources sources;
  private final Figures figures;

  private ScaleBenchmark(EmbeddedPostgres server, ScaleSources sources) {
    this.server = server;
    this.sources = sources;
    this.figures = new Figures(sources.functions());
  }

  /** Runs everything; takes numbers of functions, multiples of fifty, else 1,000 and 10,000. */
  public static void main(String[] arguments) throws Exception {
    List<String> sizes = arguments.length == 0 ? List.of("1000", "10000") : List.of(arguments);
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      for (String size : sizes) {
        new ScaleBenchmark(server, ScaleSources.ofFunctions(Integer.parseInt(size))).run();
      }
    }
  }

  private void run() throws Exception {
    List<SourceFile> files = sources.files(0);
    System.out.printf(
        "%n%d functions in %d files, %d triggers on %d tables, %d bytes of Python%n",
        sources.functions(),
        files.size(),
        sources.triggers(),
        sources.packages(),
        files.stream().mapToLong(file -> bytes(file.text())).sum());
    resolve(files);
    List<DatabaseObject> objects = PythonResolver.resolveFiles(files);
    List<DatabaseObject> changed = PythonResolver.resolveFiles(sources.files(1));
    List<String> ddl = ddl(objects);
    List<String> changedDdl = ddl(changed);
    System.out.printf(
        "%d statements, %d bytes of SQL; objects and statements of both editions: %d MB%n",
        ddl.size(), ddl.stream().mapToLong(ScaleBenchmark::bytes).sum(), PeakHeap.living());
    Map<String, CompileChecks.Check> checks = new CompileChecks(routines(objects), files).ways();
    for (int round = 0; round < ROUNDS; round++) {
      installRaw(ddl, changedDdl, checks);
      installRawOtherwise(ddl);
      apply(files, changed);
    }
    figures.print("raw: new");
    figures.compare("apply: all changed", "raw: all changed");
    figures.compare("resolve and plan: up to date", "resolve");
  }

  private void resolve(List<SourceFile> files) throws Exception {
    PeakHeap.reset();
    resolve("resolve, the first time", files);
    System.out.printf("resolve: peak of the heap %d MB%n", PeakHeap.sinceReset());
    for (int round = 0; round < 20_000 / sources.functions(); round++) {
      resolve("resolve, without pause", files);
    }
  }

  private void resolve(String name, List<SourceFile> files) throws Exception {
    figures.add(name, Stopwatch.measure(() -> PythonResolver.resolveFiles(files)));
  }

  private void installRaw(
      List<String> ddl, List<String> changed, Map<String, CompileChecks.Check> checks)
      throws Exception {
    try (PlPythonDatabase database = databaseWithTables()) {
      inTransaction(database, "raw: new", connection -> Script.run(connection, ddl));
      inTransaction(database, "raw: all changed", connection -> Script.run(connection, changed));
      for (Map.Entry<String, CompileChecks.Check> way : checks.entrySet()) {
        inTransaction(database, way.getKey(), way.getValue()::run);
      }
    }
  }

  /** What the parts of the raw DDL cost. */
  private void installRawOtherwise(List<String> ddl) throws Exception {
    fresh("raw: new, 100 statements at once", c -> Script.run(c, Script.batches(ddl)));
    fresh(
        "raw: new, check_function_bodies off",
        connection -> {
          Script.run(connection, List.of("SET LOCAL check_function_bodies = off"));
          Script.run(connection, ddl);
        });
    List<String> withoutComments = ddl.stream().filter(sql -> !sql.startsWith("COMMENT")).toList();
    fresh("raw: new, without comments", c -> Script.run(c, withoutComments));
  }

  private void fresh(String name, Work work) throws Exception {
    try (PlPythonDatabase database = databaseWithTables()) {
      inTransaction(database, name, work);
    }
  }

  private void apply(List<SourceFile> files, List<DatabaseObject> changed) throws Exception {
    List<DatabaseObject> objects = PythonResolver.resolveFiles(files);
    try (PlPythonDatabase database = databaseWithTables()) {
      inTransaction(database, "apply: new", c -> of(c).apply(objects, DeployWatcher.NONE));
      resolve("resolve", files);
      inTransaction(
          database,
          "resolve and plan: up to date",
          c -> require(of(c).plan(PythonResolver.resolveFiles(files)).isEmpty()));
      inTransaction(
          database, "plan: all changed", c -> require(of(c).plan(changed).unchanged() > 0));
      inTransaction(database, "apply: all changed", c -> of(c).apply(changed, DeployWatcher.NONE));
    }
  }

  private static Deployment of(Connection connection) {
    return new Deployment(connection, PlanSettings.DEFAULT, DeploySettings.DEFAULT);
  }

  private static void require(boolean expected) {
    if (!expected) {
      throw new IllegalStateException("the plan is not what it should be");
    }
  }

  /** Something done over a connection. */
  private interface Work {
    void run(Connection connection) throws Exception;
  }

  /** In a session of its own, whose Python has started. */
  private void inTransaction(PlPythonDatabase database, String name, Work work) throws Exception {
    try (Connection connection = database.connect()) {
      Script.run(connection, List.of("DO LANGUAGE plpython3u 'pass'"));
      connection.setAutoCommit(false);
      Optional<Backend> backend = Optional.of(Backend.of(connection));
      figures.add(
          name,
          Stopwatch.measure(
              backend,
              () -> {
                work.run(connection);
                connection.commit();
              }));
    }
  }

  private PlPythonDatabase databaseWithTables() throws SQLException {
    PlPythonDatabase database = server.createDatabase();
    try (Connection connection = database.connect()) {
      Script.run(connection, sources.tables());
    }
    return database;
  }

  private static List<String> ddl(List<DatabaseObject> objects) {
    return objects.stream().flatMap(object -> DdlWriter.statements(object).stream()).toList();
  }

  private static List<Routine> routines(List<DatabaseObject> objects) {
    return objects.stream()
        .flatMap(object -> object instanceof Routine r ? Stream.of(r) : Stream.empty())
        .toList();
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
