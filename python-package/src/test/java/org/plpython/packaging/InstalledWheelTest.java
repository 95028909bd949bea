package org.plpython.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wheel as an author's tools take it: pip, pytest and mypy. */
class InstalledWheelTest {
  private static final Path EXAMPLE = Path.of("src/test/python/example").toAbsolutePath();

  @TempDir Path folder;

  @BeforeEach
  void needTools() {
    PythonTools.needTools();
  }

  private Map<String, String> installed() throws IOException, InterruptedException {
    Output pip =
        PythonTools.run(
            folder,
            Map.of(),
            "-m",
            "pip",
            "--disable-pip-version-check",
            "install",
            "--no-deps",
            "--target",
            "site",
            Project.wheel(folder).toString());
    assertThat(pip.text()).contains("Successfully installed plpython-0.1.0.dev0");
    return Map.of("PYTHONPATH", folder.resolve("site").toString());
  }

  private Output pytest(Map<String, String> environment, String tests)
      throws IOException, InterruptedException {
    Files.copy(EXAMPLE.resolve("authors.py"), folder.resolve("authors.py"));
    Files.copy(EXAMPLE.resolve(tests), folder.resolve(tests));
    return PythonTools.run(
        folder, environment, "-m", "pytest", "-q", "-p", "no:cacheprovider", tests);
  }

  @Test
  void fixture_is_there_by_itself_when_the_wheel_is_installed() throws Exception {
    Output output = pytest(installed(), "test_authors.py");
    assertThat(output.text()).contains("4 passed");
  }

  @Test
  void fixture_is_there_by_itself_when_the_wheel_is_on_the_path() throws Exception {
    Path wheel = Project.wheel(folder);
    Output output = pytest(Map.of("PYTHONPATH", wheel.toString()), "test_authors.py");
    assertThat(output.text()).contains("4 passed");
  }

  @Test
  void fixture_is_there_when_conftest_names_it_and_nothing_is_installed() throws Exception {
    Files.writeString(
        folder.resolve("conftest.py"), "pytest_plugins = ['plpython.testing.pytest_plugin']\n");
    assertThat(pytest(Map.of("PYTHONPATH", Project.ROOT.toString()), "test_authors.py").text())
        .contains("4 passed");
  }

  @Test
  void fixture_is_taken_once_when_conftest_names_what_is_installed() throws Exception {
    Files.writeString(
        folder.resolve("conftest.py"), "pytest_plugins = ['plpython.testing.pytest_plugin']\n");
    assertThat(pytest(installed(), "test_authors.py").text()).contains("4 passed");
  }

  @Test
  void failures_tell_what_was_expected_when_queries_differ() throws Exception {
    Output output = pytest(installed(), "test_wrong.py");
    assertThat(output.text())
        .contains("2 failed, 1 passed, 1 error")
        .contains("unexpected query:")
        .contains("the nearest one is - and not +:")
        .contains("expected, and did not come:")
        .containsOnlyOnce("ERROR at teardown of test_leaves_an_answer");
  }

  @Test
  void types_are_checked_when_mypy_is_strict() throws Exception {
    Map<String, String> environment = installed();
    Output good =
        PythonTools.run(
            folder,
            Map.of("MYPYPATH", EXAMPLE.toString(), "PYTHONPATH", environment.get("PYTHONPATH")),
            "-m",
            "mypy",
            "--strict",
            EXAMPLE.resolve("authors.py").toString(),
            EXAMPLE.resolve("test_authors.py").toString());
    assertThat(good.text()).startsWith("Success: no issues found in 2 source files");
    Output wrong =
        PythonTools.run(
            folder,
            environment,
            "-m",
            "mypy",
            "--strict",
            EXAMPLE.resolve("wrong_types.py").toString());
    assertThat(wrong.text())
        .contains("\"PlPy\" has no attribute \"excute\"")
        .contains("No overload variant of \"plfunction\" matches")
        .contains("errors in 1 file");
  }
}
