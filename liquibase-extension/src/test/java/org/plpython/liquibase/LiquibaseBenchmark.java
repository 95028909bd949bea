package org.plpython.liquibase;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.plpython.benchmark.PriceFunctions;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.object.DatabaseObject;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.Location;
import org.plpython.sql.DdlWriter;

/**
 * What a thousand functions cost in Liquibase: a folder of Python files against {@code sqlFile}
 * change sets of the very statements that install them, which run without our extension. Prints
 * medians in seconds and their ratios; see docs/benchmarks.md.
 */
public final class LiquibaseBenchmark {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final int WARM_UP = 2;
  private static final int ROUNDS = 5;

  /** What is measured on both sides, in the order of the report. */
  private static final List<String> MEASURED =
      List.of(
          "first update",
          "nothing to do",
          "nothing to do, in a jar",
          "status",
          "one edited",
          "status, one edited",
          "all edited");

  private final EmbeddedPostgres server;
  private final Path folder;
  private final int functions;
  private final BiConsumer<String, Map<String, String>> python = liquibase(true);
  private final BiConsumer<String, Map<String, String>> sql = liquibase(false);
  private final Map<String, List<Double>> seconds = new HashMap<>();
  private final Map<String, List<Double>> processor = new HashMap<>();

  private LiquibaseBenchmark(EmbeddedPostgres server, Path folder, int functions) {
    this.server = server;
    this.folder = folder;
    this.functions = functions;
  }

  /** Runs everything; takes the number of functions, else a thousand, and of rounds, else five. */
  public static void main(String[] arguments) throws Exception {
    int functions = arguments.length == 0 ? 1000 : Integer.parseInt(arguments[0]);
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      new LiquibaseBenchmark(server, Files.createTempDirectory("plpython"), functions)
          .run(arguments.length < 2 ? ROUNDS : Integer.parseInt(arguments[1]));
    }
  }

  /** Liquibase with all that is on its class path, which has our extension or has not. */
  @SuppressWarnings("unchecked")
  private static BiConsumer<String, Map<String, String>> liquibase(boolean isOurs) {
    try {
      Path ours = Path.of(location(PlPythonChangeLogParser.class));
      List<URL> classPath = new ArrayList<>();
      for (Path entry : classPath()) {
        if (isOurs || !entry.equals(ours)) {
          classPath.add(entry.toUri().toURL());
        }
      }
      ClassLoader loader =
          new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
      return (verb, where) -> {
        Thread.currentThread().setContextClassLoader(loader);
        try {
          ((BiConsumer<String, Map<String, String>>)
                  loader
                      .loadClass(MeasuredLiquibase.class.getName())
                      .getConstructor()
                      .newInstance())
              .accept(verb, where);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      };
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> classPath() {
    String all = System.getProperty("java.class.path");
    return Arrays.stream(all.split(File.pathSeparator)).map(Path::of).toList();
  }

  private static URI location(Class<?> type) {
    try {
      return type.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(int rounds) throws Exception {
    for (int round = -WARM_UP; round < rounds; round++) {
      if (round == 0) {
        seconds.clear();
        processor.clear();
      }
      measure();
    }
    print("on the clock", seconds);
    print("of this JVM's processor time", processor);
  }

  private static void print(String title, Map<String, List<Double>> seconds) {
    System.out.printf(Locale.ROOT, "%-28s %9s %9s %7s%n", title, "Python", "SQL", "ratio");
    for (String what : MEASURED) {
      double ours = median(seconds.getOrDefault("Python: " + what, List.of()));
      double theirs = median(seconds.getOrDefault("SQL: " + what, List.of()));
      System.out.printf(
          Locale.ROOT, "%-28s %7.3f s %7.3f s %7.2f%n", what, ours, theirs, ours / theirs);
    }
    System.out.println();
  }

  private void measure() throws Exception {
    try (PlPythonDatabase ours = server.createDatabase();
        PlPythonDatabase theirs = server.createDatabase()) {
      write(0, 0);
      both("first update", "update", "", ours, theirs);
      both("nothing to do", "update", "", ours, theirs);
      both("nothing to do, in a jar", "update", ".jar", ours, theirs);
      both("status", "status", "", ours, theirs);
      write(1, 0);
      both("one edited", "update", "", ours, theirs);
      write(2, 0);
      both("status, one edited", "status", "", ours, theirs);
      write(3, 3);
      both("all edited", "update", "", ours, theirs);
    }
  }

  private void both(
      String what, String verb, String form, PlPythonDatabase ours, PlPythonDatabase theirs) {
    time("Python: " + what, () -> python.accept(verb, where(ours, "python" + form)));
    time("SQL: " + what, () -> sql.accept(verb, where(theirs, "sql" + form)));
  }

  private Map<String, String> where(PlPythonDatabase database, String files) {
    return Map.of(
        "url",
        database.jdbcUrl(),
        "user",
        database.user(),
        "files",
        folder.resolve(files).toString(),
        "changelog",
        "changelog.xml");
  }

  /** Writes the sources of an edition: the first function has one number, all others another. */
  private void write(int one, int all) throws IOException {
    Path source = folder.resolve("python/functions");
    PriceFunctions.write(source, functions, one, all);
    write("python/changelog.xml", changelog("  <include file=\"functions\"/>\n"));
    List<DatabaseObject> objects =
        new PythonResolver(LiquibaseBenchmark.class.getClassLoader())
            .resolve(List.of(Location.parse("filesystem:" + source)));
    StringBuilder changeSets = new StringBuilder();
    for (int i = 0; i < objects.size(); i++) {
      String file = "function_%04d.sql".formatted(i);
      write(
          "sql/functions/" + file,
          String.join(";\n", DdlWriter.statements(objects.get(i))) + ";\n");
      changeSets.append(CHANGE_SET.formatted(file, file));
    }
    write("sql/changelog.xml", changelog(changeSets.toString()));
    pack("python");
    pack("sql");
  }

  private static String changelog(String content) {
    return """
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
              http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
        %s</databaseChangeLog>
        """
        .formatted(content);
  }

  private static final String CHANGE_SET =
      """
        <changeSet id="%s" author="benchmark" runOnChange="true">
          <sqlFile path="functions/%s" splitStatements="false" stripComments="false"/>
        </changeSet>
      """;

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void pack(String name) throws IOException {
    Path root = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(folder.resolve(name + ".jar"));
        ZipOutputStream jar = new ZipOutputStream(file);
        Stream<Path> content = Files.walk(root)) {
      for (Path path : content.filter(it -> !it.equals(root)).sorted().toList()) {
        boolean isFolder = Files.isDirectory(path);
        jar.putNextEntry(new ZipEntry(root.relativize(path) + (isFolder ? "/" : "")));
        if (!isFolder) {
          Files.copy(path, jar);
        }
      }
    }
  }

  private void time(String what, Runnable work) {
    long start = System.nanoTime();
    long startOfProcessor = SYSTEM.getProcessCpuTime();
    work.run();
    add(what, SYSTEM.getProcessCpuTime() - startOfProcessor, processor);
    add(what, System.nanoTime() - start, seconds);
  }

  private static void add(String what, long nanoseconds, Map<String, List<Double>> to) {
    to.computeIfAbsent(what, w -> new ArrayList<>()).add(nanoseconds / 1e9);
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
