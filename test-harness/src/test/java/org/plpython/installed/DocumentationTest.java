package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.deploy.TracebackTranslator;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.SourceFile;

/**
 * Runs the pages' examples: Python is installed, or only resolved where the server is too old, YAML
 * is a descriptor beside the Python above it, SQL is run and gives the result in its comment, and
 * the text after wrong Python or YAML, and after SQL that fails, is what the author is told.
 */
class DocumentationTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```([a-z ]+)\n(.*?)^```$");
  private static final Pattern RESULT = Pattern.compile("(.*;)   -- (.*)");

  @ParameterizedTest
  @ValueSource(strings = {"descriptors", "functions", "routines", "triggers", "types"})
  void examples_do_what_the_page_says_when_run(String page) throws IOException, SQLException {
    List<MatchResult> blocks =
        BLOCK.matcher(Files.readString(Path.of("../docs/" + page + ".md"))).results().toList();
    assertThat(blocks).isNotEmpty();
    try (PlPythonDatabase database = EmbeddedPostgres.shared().createDatabase();
        Connection connection = database.connect()) {
      Installed installed = new Installed(connection);
      List<SourceFile> files = List.of();
      for (int i = 0; i < blocks.size(); i++) {
        String kind = blocks.get(i).group(1);
        String text = blocks.get(i).group(2);
        files = kind.equals("yaml") || kind.equals("python") ? with(kind, text, files) : files;
        run(installed, kind, text, files, next(blocks, i));
      }
    }
  }

  /** A descriptor is about the Python above it. */
  private static List<SourceFile> with(String kind, String text, List<SourceFile> files) {
    return kind.startsWith("python")
        ? List.of(new SourceFile("page", "example.py", text))
        : Stream.concat(
                files.stream().filter(file -> !file.isDescriptor()),
                Stream.of(new SourceFile("page", "example.yaml", text)))
            .toList();
  }

  private static String next(List<MatchResult> blocks, int i) {
    return i + 1 < blocks.size() ? blocks.get(i + 1).group(2) : "";
  }

  private static void run(
      Installed installed, String kind, String text, List<SourceFile> files, String next)
      throws SQLException {
    switch (kind) {
      case "python", "yaml" -> installed.install(files);
      case "python files" -> installed.install(CaseFiles.of(text).files());
      case "python resolved", "yaml resolved" ->
          assertThat(mistakesIn(with(kind, text, files))).isEqualTo("no mistakes");
      case "python wrong", "yaml wrong" ->
          assertThat(mistakesIn(with(kind, text, files)) + "\n").isEqualTo(next);
      case "sql wrong" -> assertThat(errorOf(installed, text, files) + "\n").isEqualTo(next);
      case "sql" -> {
        for (String line : text.lines().toList()) {
          runSql(installed, line);
        }
      }
      default -> assertThat(kind).isEqualTo("text");
    }
  }

  private static void runSql(Installed installed, String line) throws SQLException {
    var result = RESULT.matcher(line);
    if (result.matches()) {
      assertThat(installed.value(result.group(1))).as(line).isEqualTo(result.group(2));
    } else {
      installed.execute(line);
    }
  }

  private static String errorOf(Installed installed, String sql, List<SourceFile> files) {
    SQLException error =
        catchThrowableOfType(SQLException.class, () -> installed.execute(sql.strip()));
    return new TracebackTranslator(PythonResolver.resolveFiles(files)).translate(error);
  }

  private static String mistakesIn(List<SourceFile> files) {
    try {
      PythonResolver.resolveFiles(files);
      return "no mistakes";
    } catch (InvalidSourceException mistakes) {
      return String.valueOf(mistakes.getMessage());
    }
  }
}
