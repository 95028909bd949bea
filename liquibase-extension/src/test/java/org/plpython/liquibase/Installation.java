package org.plpython.liquibase;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Liquibase's command line as its archive lays it out and its script starts it, with our classes
 * where users put extensions.
 */
final class Installation {
  private static final Pattern LIQUIBASES =
      Pattern.compile("(liquibase-c|picocli|commons-|opencsv|jaxb|snakeyaml|postgresql).*");
  private static final Pattern OURS =
      Pattern.compile("(python-resolver|classgraph|gson|java-diff-utils|error_prone).*");
  private final Path home;

  /** Made in an empty folder, of what the tests run with. */
  Installation(Path home) throws IOException {
    this.home = home;
    Files.createDirectories(home.resolve("internal/lib"));
    Files.createDirectories(home.resolve("lib"));
    for (Map.Entry<String, Path> jar : jars().entrySet()) {
      String name = jar.getKey();
      if (LIQUIBASES.matcher(name).matches()) {
        Files.copy(jar.getValue(), home.resolve("internal/lib/" + name + ".jar"));
      } else if (OURS.matcher(name).matches()) {
        Files.copy(jar.getValue(), home.resolve("lib/" + name + ".jar"));
      }
    }
  }

  /** By their names without versions; of two versions, those of the tested Liquibase come later. */
  private static Map<String, Path> jars() {
    Map<String, Path> jars = new TreeMap<>();
    classPath()
        .filter(it -> it.toString().endsWith(".jar"))
        .forEach(
            it ->
                jars.put(it.getFileName().toString().replaceFirst("-\\d[\\w.-]*\\.jar$", ""), it));
    return jars;
  }

  private static Stream<Path> classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator)).map(Path::of);
  }

  /**
   * What came of a run.
   *
   * @param output all of it, errors too
   */
  record Outcome(int exitCode, String output) {}

  /** Runs it in a folder. */
  Outcome run(Path folder, Map<String, String> environment, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                home.resolve("internal/lib/liquibase-core.jar").toString(),
                "liquibase.integration.commandline.LiquibaseLauncher"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LIQUIBASE_HOME", home.toString());
    builder.environment().put("LIQUIBASE_CLASSPATH", ours());
    builder.environment().put("LIQUIBASE_ANALYTICS_ENABLED", "false");
    builder.environment().putAll(environment);
    Path output = Files.createTempFile(home, "output", ".txt");
    Process process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("liquibase did not end: " + Files.readString(output));
    }
    return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  /** What is built here is no jar while it is tested. */
  private static String ours() {
    return classPath()
        .filter(it -> !it.toString().endsWith(".jar") && !it.toString().endsWith("test-classes"))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
