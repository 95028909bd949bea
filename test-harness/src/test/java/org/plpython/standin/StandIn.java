package org.plpython.standin;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.source.SourceFile;

/** Runs the cases with plpython.testing in the embedded Python, outside of any server. */
final class StandIn {
  private static final Path TESTS = Path.of("src/test/python").toAbsolutePath();
  private static final Path PACKAGE = Path.of("../python-resolver/src/main/python");

  private StandIn() {}

  /** The files of authors, in the order of their names. */
  static List<SourceFile> cases() {
    try (Stream<Path> files = Files.list(TESTS.resolve("standin"))) {
      List<SourceFile> cases = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".py")).sorted().toList()) {
        cases.add(new SourceFile("standin", file.getFileName().toString(), Files.readString(file)));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What they must come to, by their files. */
  static Map<String, List<Expected>> run(List<SourceFile> cases) {
    List<String> arguments = new ArrayList<>(List.of("-B", TESTS.resolve("standin.py").toString()));
    cases.forEach(file -> arguments.add(TESTS.resolve("standin").resolve(file.path()).toString()));
    ProcessBuilder python =
        EmbeddedPostgres.shared()
            .python(arguments.toArray(String[]::new))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    python
        .environment()
        .putAll(Map.of("PYTHONPATH", PACKAGE.toAbsolutePath().toString(), "TZ", "UTC"));
    return output(python)
        .lines()
        .map(line -> new Gson().fromJson(line, Expected.class))
        .collect(Collectors.groupingBy(Expected::file));
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
}
