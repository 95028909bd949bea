package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.python.PythonParser;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.SourceFile;

/** The parser against Python 3.14's own standard library, every file that the server has of it. */
class StandardLibraryTest {

  @Test
  void no_error_is_found_when_the_standard_library_is_parsed() throws IOException {
    Path root = EmbeddedPostgres.shared().standardLibrary();
    List<String> errors = new ArrayList<>();
    int parsed = 0;
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".py")).sorted().toList()) {
        parsed += parse(root.relativize(file).toString(), Files.readString(file), errors);
      }
    }
    assertThat(errors).isEmpty();
    assertThat(parsed).isGreaterThan(500);
  }

  private static int parse(String path, String text, List<String> errors) {
    try {
      String lines = text.replace("\r\n", "\n").replace('\r', '\n');
      new PythonParser().parse(new SourceFile("lib", path, lines));
      return 1;
    } catch (InvalidSourceException error) {
      errors.add(error.getMessage());
      return 0;
    }
  }
}
