package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.plpython.harness.EmbeddedPostgres;

/** Runs the tests of the Python package {@code plpython} with the embedded Python. */
class PythonPackageTest {
  private static final Path RESOLVER = Path.of("../python-resolver/src").toAbsolutePath();

  @Test
  void all_pass_when_the_packages_own_tests_run() throws IOException, InterruptedException {
    ProcessBuilder python =
        EmbeddedPostgres.shared()
            .python(
                "-B",
                "-m",
                "unittest",
                "discover",
                "-s",
                RESOLVER.resolve("test/python").toString());
    python.environment().put("PYTHONPATH", RESOLVER.resolve("main/python").toString());
    Process process = python.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).containsPattern("Ran [1-9][0-9]+ tests").contains("OK");
  }
}
