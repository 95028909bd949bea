package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.ServerTest;

/**
 * The function {@code f} of each case's first file gives in the database what it gives in plain
 * Python, with the source root on its search path.
 */
@ServerTest
class SeveralFilesTest {
  private static final Path CASES = Path.of("src/test/resources/several-files");
  private static final Path PACKAGE = Path.of("../python-resolver/src/main/python");

  private final Installed database;

  SeveralFilesTest(Connection connection) {
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void result_is_plain_pythons_when_several_files_take_part(String name, @TempDir Path root)
      throws IOException, InterruptedException, SQLException {
    CaseFiles files = CaseFiles.of(Files.readString(CASES.resolve(name)));
    files.writeTo(root);
    database.install(files.files());
    assertThat(database.query("SELECT f() FROM generate_series(1, 2)"))
        .containsExactlyElementsOf(plainPython(files.firstModule(), root));
  }

  private static List<String> plainPython(String module, Path root)
      throws IOException, InterruptedException {
    String program = "import %s as m\nprint(m.f(), m.f(), sep='\\0')".formatted(module);
    ProcessBuilder python = EmbeddedPostgres.shared().python("-B", "-c", program);
    python.environment().put("PYTHONPATH", root + File.pathSeparator + PACKAGE.toAbsolutePath());
    Process process = python.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(errors).isZero();
    return List.of(output.strip().split("\u0000", -1));
  }
}
