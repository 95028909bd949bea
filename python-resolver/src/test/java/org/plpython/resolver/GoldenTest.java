package org.plpython.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plpython.object.DatabaseObject;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.SourceFile;
import org.plpython.sql.DdlWriter;

/**
 * Pairs: a file {@code x.py}, or a source root {@code x} of several, and what becomes of it, {@code
 * x.sql} or {@code x.err}. With {@code -Dgolden.update=true} the second ones are written anew: read
 * the difference before committing it.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".py") || Files.isDirectory(file))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void output_is_as_recorded_when_source_is_resolved(Path source) throws IOException {
    Path sql = sibling(source, ".sql");
    Path err = sibling(source, ".err");
    String actual;
    Path expected;
    try {
      actual = sql(PythonResolver.resolveFiles(read(source)));
      expected = sql;
    } catch (InvalidSourceException mistakes) {
      actual = mistakes.getMessage() + "\n";
      expected = err;
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.deleteIfExists(expected.equals(sql) ? err : sql);
      Files.writeString(expected, actual);
    } else if (Files.notExists(expected)) {
      fail("There is no " + expected + " for this result:\n" + actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  @Test
  void pairs_are_complete_when_folder_is_listed() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(Path::toString))
          .allMatch(
              file ->
                  !file.matches(".*\\.(sql|err)")
                      || Files.exists(Path.of(file.replaceFirst("\\.(sql|err)$", ".py")))
                      || Files.isDirectory(Path.of(file.replaceFirst("\\.(sql|err)$", ""))));
    }
  }

  private static Path sibling(Path source, String extension) {
    return source.resolveSibling(
        source.getFileName().toString().replaceFirst("\\.py$", "") + extension);
  }

  private static List<SourceFile> read(Path source) throws IOException {
    Path root = Files.isDirectory(source) ? source : FOLDER;
    List<SourceFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(source)) {
      for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
        String path = root.relativize(file).toString().replace('\\', '/');
        files.add(new SourceFile("golden", path, Files.readString(file)));
      }
    }
    return files;
  }

  private static String sql(List<DatabaseObject> objects) {
    return objects.stream()
        .flatMap(object -> DdlWriter.statements(object).stream())
        .map(statement -> statement + ";\n")
        .collect(Collectors.joining("\n"));
  }
}
