package org.plpython.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A JVM of its own that runs {@link ServerInChildJvm}.
 *
 * @param process the JVM
 * @param output the file it writes to
 */
record ChildJvm(Process process, Path output) implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The class path of this JVM. */
  static String classPath() {
    return System.getProperty("java.class.path", "");
  }

  /**
   * Starts the JVM.
   *
   * @param wrapper the words before {@code java}
   * @param classPath its class path
   * @param cache its cache folder
   * @param scratch its temporary folder, which must not be used by anybody else
   * @param environment what to set beside the environment of this JVM
   */
  static ChildJvm start(
      List<String> wrapper,
      String classPath,
      Path cache,
      Path scratch,
      Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-cp", classPath));
    command.add("-Dplpython.cache=" + cache);
    command.add("-Djava.io.tmpdir=" + scratch);
    command.add(ServerInChildJvm.class.getName());
    Path output = Files.createTempFile("plpython-child-", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(scratch.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return new ChildJvm(builder.start(), output);
  }

  /** Waits for a line that starts so, and returns what follows. */
  String await(String start) throws IOException {
    Deadline deadline = Deadline.in(PATIENCE);
    while (!deadline.passed()) {
      for (String line : lines()) {
        if (line.startsWith(start)) {
          return line.substring(start.length());
        }
      }
      if (!process.isAlive() && lines().stream().noneMatch(line -> line.startsWith(start))) {
        throw new AssertionError("the child JVM ended: " + lines());
      }
      deadline.pause();
    }
    throw new AssertionError("the child JVM did not say '" + start + "': " + lines());
  }

  List<String> lines() throws IOException {
    return Files.readAllLines(output);
  }

  /** Kills the JVM as {@code kill -9} does: it learns nothing of it. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() throws IOException {
    kill();
    Files.delete(output);
  }
}
