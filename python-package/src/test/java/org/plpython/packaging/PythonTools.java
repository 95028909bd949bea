package org.plpython.packaging;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A Python of this machine with pip, pytest and mypy: Debian's, or what the environment's {@code
 * PLPYTHON_TEST_PYTHON} names. Where Debian's has not all of them, one line says so; where the
 * variable is set, that is a failure.
 */
final class PythonTools {
  private static final String VARIABLE = "PLPYTHON_TEST_PYTHON";
  private static final String DEBIANS = "/usr/bin/python3";

  /** Why the tools cannot be used; empty if they can. */
  private static final String OBSTACLE = obstacle();

  private PythonTools() {}

  /** Skips the rest of the test where the tools are missing and nobody requires them. */
  static void needTools() {
    if (System.getenv(VARIABLE) != null && !OBSTACLE.isEmpty()) {
      throw new AssertionError(VARIABLE + " is set, but " + OBSTACLE);
    }
    assumeTrue(OBSTACLE.isEmpty(), OBSTACLE);
  }

  private static String obstacle() {
    String obstacle = failure();
    if (!obstacle.isEmpty()) {
      System.out.println("Left out: the wheel with pip, pytest and mypy, as " + obstacle);
    }
    return obstacle;
  }

  private static String failure() {
    try {
      Output output = run(Path.of("."), Map.of(), "-c", "import mypy, pip, pytest");
      return output.status() == 0 ? "" : python() + " has not all of them: " + output.text();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String python() {
    return Objects.requireNonNullElse(System.getenv(VARIABLE), DEBIANS);
  }

  /** Runs the Python, without a network and without what the user has installed. */
  static Output run(Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(python());
    command.addAll(List.of("-B", "-s"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(
            name ->
                name.startsWith("PYTHON") || name.startsWith("PIP") || name.startsWith("PYTEST"));
    builder
        .environment()
        .putAll(Map.of("PIP_NO_INDEX", "1", "PIP_CONFIG_FILE", "/dev/null", "PYTHONUTF8", "1"));
    return Output.of(builder, folder, environment);
  }
}
