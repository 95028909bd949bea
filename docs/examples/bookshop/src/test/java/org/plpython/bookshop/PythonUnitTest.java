package org.plpython.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.plpython.harness.EmbeddedPostgres;

/**
 * Runs the bookshop's Python unit tests with the embedded server's own Python: no database takes
 * part, and no Python needs to be installed.
 */
class PythonUnitTest {

  @Test
  void all_pass_when_functions_run_in_plain_python() throws IOException, InterruptedException {
    ProcessBuilder python =
        EmbeddedPostgres.shared()
            .python("-B", "-m", "unittest", "discover", "-s", "src/test/python");
    python
        .environment()
        .put(
            "PYTHONPATH",
            packageOnTheClassPath()
                + File.pathSeparator
                + Path.of("src/main/resources/db/plpython").toAbsolutePath());
    Process process = python.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).containsPattern("Ran [1-9][0-9]+ tests").contains("OK");
  }

  /**
   * The jar that holds the Python package, which Python reads as it is; in this build, a folder.
   */
  private static Path packageOnTheClassPath() {
    String found = String.valueOf(PythonUnitTest.class.getResource("/plpython/__init__.py"));
    return Path.of(URI.create(found.replaceAll("^jar:|!?/plpython/__init__\\.py$", "")));
  }
}
