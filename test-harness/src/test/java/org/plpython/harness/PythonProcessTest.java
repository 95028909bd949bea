package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonProcessTest {

  @TempDir Path folder;

  @Test
  void tests_pass_when_python_is_run_outside_of_the_server() throws Exception {
    writeTest("42");

    Process process = unittest();

    assertThat(outputOf(process)).contains("Ran 1 test").endsWith("OK\n");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void failure_is_told_when_a_python_test_fails() throws Exception {
    writeTest("43");

    Process process = unittest();

    assertThat(outputOf(process)).contains("AssertionError: 42 != 43");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  @Test
  void users_python_variables_do_not_reach_it() {
    assertThat(EmbeddedPostgres.shared().python("-V").environment().keySet())
        .filteredOn(name -> name.startsWith("PYTHON"))
        .containsExactlyInAnyOrder("PYTHONHOME", "PYTHONNOUSERSITE", "PYTHONUTF8", "PYTHONTZPATH");
  }

  @Test
  void library_is_found_when_the_environment_is_empty() throws Exception {
    EmbeddedPostgres server = EmbeddedPostgres.shared();
    ProcessBuilder bare =
        new ProcessBuilder(
            server.pythonExecutable().toString(),
            "-c",
            "import json, ctypes; print(json.__file__)");
    bare.environment().clear();

    assertThat(outputOf(bare.redirectErrorStream(true).start()))
        .isEqualTo(server.standardLibrary() + "/json/__init__.py\n");
  }

  private void writeTest(String expected) throws IOException {
    Files.writeString(
        folder.resolve("test_answer.py"),
        """
        import unittest

        class Answer(unittest.TestCase):
            def test_answer(self):
                self.assertEqual(6 * 7, %s)
        """
            .formatted(expected));
  }

  private Process unittest() throws IOException {
    return EmbeddedPostgres.shared()
        .python("-m", "unittest", "test_answer")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
  }

  private static String outputOf(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
