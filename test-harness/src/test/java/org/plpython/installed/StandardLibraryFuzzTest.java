package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.python.StandardLibrary;
import org.plpython.resolver.LintResult;
import org.plpython.resolver.PythonLinter;
import org.plpython.source.SourceFile;

/**
 * Any file gives objects or findings, never an exception: those of Python's own standard library,
 * with a decorator of ours on each top-level function, whole and cut somewhere.
 */
class StandardLibraryFuzzTest {
  private static final Pattern FUNCTION = Pattern.compile("(?m)^(?:async )?def ");
  private static final String IMPORT = "\nfrom plpython import plfunction, pltrigger\n";
  private static final List<String> DECORATORS =
      List.of("@plfunction\n", "@pltrigger(event='INSERT', when='BEFORE', table='t')\n");

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(EmbeddedPostgres.shared().standardLibrary())) {
      return files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file).replace("\r\n", "\n").replace('\r', '\n');
  }

  /** The text with every second function a trigger function. */
  private static String declaring(String text) {
    StringBuilder declaring = new StringBuilder();
    Matcher function = FUNCTION.matcher(text);
    for (int i = 0; function.find(); i++) {
      function.appendReplacement(declaring, DECORATORS.get(i % 2) + "$0");
    }
    return function.appendTail(declaring) + IMPORT;
  }

  private static LintResult lint(String text) {
    SourceFile file = new SourceFile("lib", "file.py", text);
    LintResult result = new PythonLinter(Set.of()).lint(List.of(file));
    assertThat(result.diagnostics()).allMatch(it -> it.toString().startsWith("lib/file.py:"));
    return result;
  }

  @Test
  void objects_or_findings_come_out_when_standard_library_files_are_linted() throws IOException {
    Slowest slowest = new Slowest();
    long objects = 0;
    for (Path file : files()) {
      String text = declaring(read(file));
      objects += slowest.measured(file, () -> lint(text)).objects().size();
    }
    slowest.print("whole");
    assertThat(objects).isGreaterThan(300);
  }

  @Test
  void objects_or_findings_come_out_when_files_are_cut_anywhere() throws IOException {
    Random random = new Random(1);
    Slowest slowest = new Slowest();
    for (Path file : files()) {
      byte[] bytes = read(file).getBytes(StandardCharsets.UTF_8);
      int length = random.nextInt(bytes.length + 1);
      String cut = new String(bytes, 0, length, StandardCharsets.UTF_8);
      slowest.measured(file, () -> lint(random.nextBoolean() ? cut : declaring(cut)));
    }
    slowest.print("cut");
  }

  /** How long the slowest one took. */
  private static final class Slowest {
    private long nanos;
    private String file = "";

    LintResult measured(Path path, Supplier<LintResult> run) {
      long start = System.nanoTime();
      LintResult result = run.get();
      long taken = System.nanoTime() - start;
      if (taken > nanos) {
        nanos = taken;
        file = path.getFileName().toString();
      }
      return result;
    }

    void print(String what) {
      System.out.printf("slowest %s file: %s, %d ms%n", what, file, nanos / 1_000_000);
    }
  }

  @Test
  void module_is_known_as_standard_when_the_servers_python_has_it() throws Exception {
    Process python =
        EmbeddedPostgres.shared()
            .python("-c", "import sys; print(*sys.stdlib_module_names, sep='\\n')")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> names =
        new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(names).hasSizeGreaterThan(250).allMatch(StandardLibrary::holds);
  }
}
