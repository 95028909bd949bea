package org.plpython.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plpython.differential.Expectation.Kind;
import org.plpython.harness.EmbeddedPostgres;

/** Runs cases in the embedded Python, outside of any server: see plain.py. */
final class PlainPython {
  private static final Path TESTS = Path.of("src/test/python").toAbsolutePath();
  private static final Path PACKAGE = Path.of("../python-resolver/src/main/python");
  private static final int FIELDS = 6;

  private PlainPython() {}

  /** What the cases compute, by their names. */
  static Map<String, List<Expectation>> run(List<Case> cases) {
    List<String> arguments = new ArrayList<>(List.of("-B", TESTS.resolve("plain.py").toString()));
    cases.forEach(each -> arguments.add(each.path().toString()));
    ProcessBuilder python =
        EmbeddedPostgres.shared()
            .python(arguments.toArray(String[]::new))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    python
        .environment()
        .putAll(
            Map.of(
                "PYTHONPATH",
                PACKAGE.toAbsolutePath().toString(),
                "TZ",
                "UTC",
                "PYTHONHASHSEED",
                "0"));
    return read(output(python).split("\0", -1));
  }

  private static String output(ProcessBuilder python) {
    try {
      Process process = python.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError("a case is no valid program; its traceback stands above");
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Map<String, List<Expectation>> read(String[] fields) {
    Map<String, List<Expectation>> found = new TreeMap<>();
    for (int i = 0; i + FIELDS <= fields.length; i += FIELDS) {
      String[] record = Arrays.copyOfRange(fields, i, i + FIELDS);
      found
          .computeIfAbsent(record[0], name -> new ArrayList<>())
          .add(
              new Expectation(
                  Integer.parseInt(record[1]),
                  record[2],
                  Kind.valueOf(record[3].toUpperCase(Locale.ROOT)),
                  record[4],
                  record[5]));
    }
    return found;
  }

  /** The cases of a folder, in the order of their names. */
  static List<Case> cases(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(Case::isOne).sorted().map(Case::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
