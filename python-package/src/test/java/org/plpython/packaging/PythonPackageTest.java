package org.plpython.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.EmbeddedPostgres;

class PythonPackageTest {
  private static final Path TESTS = Path.of("src/test/python").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void bytes_are_the_same_when_it_is_written_again_in_another_time_zone() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    Project.read().write(first, Project.TIME);
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      Project.read().write(second, Project.TIME);
    } finally {
      TimeZone.setDefault(zone);
    }
    for (String name :
        List.of("plpython-0.1.0.dev0-py3-none-any.whl", "plpython-0.1.0.dev0.tar.gz")) {
      assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
    }
  }

  @Test
  void files_are_gone_when_their_sources_are_and_others_stay() throws IOException {
    List<Path> old =
        List.of(
            folder.resolve("plpython/old.py"), folder.resolve("plpython-0.0.1.dist-info/RECORD"));
    Path other = folder.resolve("META-INF/LICENSE");
    for (Path path : List.of(old.get(0), old.get(1), other)) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    }
    Project.read().writeTree(folder);
    assertThat(old).allSatisfy(path -> assertThat(path).doesNotExist());
    assertThat(List.of(other, folder.resolve("plpython/py.typed")))
        .allSatisfy(path -> assertThat(path).exists());
  }

  @Test
  void wheel_and_sources_are_whole_when_python_reads_them() throws Exception {
    Project.wheel(folder);
    Output output =
        Output.of(
            EmbeddedPostgres.shared()
                .python("-B", TESTS.resolve("check.py").toString(), Project.ROOT.toString()),
            folder.resolve("package"),
            Map.of());
    assertThat(output).isEqualTo(new Output(0, "good\n"));
  }

  @Test
  void package_is_found_with_its_version_when_the_wheel_is_on_the_path() throws Exception {
    Path wheel = Project.wheel(folder);
    Output output =
        Output.of(
            EmbeddedPostgres.shared()
                .python(
                    "-B",
                    "-c",
                    """
                    from importlib import metadata
                    from plpython.testing import PlPy
                    print(metadata.version("plpython"))
                    print([point.value for point in metadata.entry_points(group="pytest11")])
                    """),
            folder,
            Map.of("PYTHONPATH", wheel.toString()));
    assertThat(output.text()).isEqualTo("0.1.0.dev0\n['plpython.testing.pytest_plugin']\n");
  }

  @Test
  void build_fails_when_the_versions_of_maven_and_python_differ() {
    assertThatThrownBy(() -> PythonPackage.read(Project.ROOT, Project.LICENSE, "0.2.0"))
        .isInstanceOf(InvalidPackageException.class)
        .hasMessage(
            "pyproject.toml says version = \"0.1.0.dev0\", and Maven's 0.2.0 is \"0.2.0\" in"
                + " Python: write that.");
    assertThatThrownBy(() -> PythonVersion.ofMaven("0.1.0-beta-1-SNAPSHOT"))
        .hasMessageContaining("is none of Python's");
  }

  @Test
  void build_fails_when_a_package_is_not_named() throws IOException {
    Files.createDirectories(folder.resolve("plpython/other"));
    Files.writeString(folder.resolve("plpython/other/__init__.py"), "");
    Files.createDirectories(folder.resolve("build/lib/plpython"));
    Files.writeString(folder.resolve("build/lib/plpython/__init__.py"), "");
    assertThat(Sources.of(folder, List.of("plpython", "plpython.other")))
        .containsOnlyKeys("plpython/other/__init__.py");
    assertThatThrownBy(() -> Sources.of(folder, List.of("plpython")))
        .hasMessage(
            "plpython/other/__init__.py is in none of the packages that pyproject.toml names:"
                + " [plpython]");
  }
}
