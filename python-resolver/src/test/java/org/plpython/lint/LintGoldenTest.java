package org.plpython.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plpython.resolver.PythonLinter;
import org.plpython.source.Diagnostic;
import org.plpython.source.SourceFile;

/**
 * Pairs of files: {@code x.py} or {@code x.yaml} and what is found in it, {@code x.txt}. With
 * {@code -Dgolden.update=true} the second ones are written anew: read the difference before
 * committing it.
 */
class LintGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/lint");

  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().matches(".*\\.(py|yaml)")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void findings_are_as_recorded_when_source_is_linted(Path source) throws IOException {
    String name = String.valueOf(source.getFileName());
    Path expected = source.resolveSibling(name.replaceFirst("\\.(py|yaml)$", ".txt"));
    String actual = findings(new SourceFile("lint", name, Files.readString(source)));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    } else if (Files.notExists(expected)) {
      fail("There is no " + expected + " for this result:\n" + actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static String findings(SourceFile file) {
    return new PythonLinter(Set.of())
        .lint(List.of(file)).diagnostics().stream()
            .map(Diagnostic::toString)
            .collect(Collectors.joining("\n\n", "", "\n"));
  }

  @Test
  void pairs_show_every_id_when_taken_together() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path source : sources()) {
      all.append(
          Files.readString(Path.of(source.toString().replaceFirst("\\.(py|yaml)$", ".txt"))));
    }
    assertThat(PythonLinter.ids()).allMatch(id -> all.indexOf("[" + id + "]\n") > 0);
  }
}
