package org.plpython.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.source.SourceFile;

/** Bundling takes time in proportion to what travels. */
class ManyFilesTest {

  /**
   * Files in chains: each function calls one of the next file, each file changes the next one's
   * table and calls into it, so that all of a chain travels.
   */
  private static List<PythonFile> chains(int files, int functions, int length) {
    List<PythonFile> chain = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      StringBuilder text = new StringBuilder();
      boolean isLast = i % length == length - 1;
      if (!isLast) {
        text.append("import m%d as n\nfrom m%d import f0 as g, T as U\n".formatted(i + 1, i + 1));
      }
      text.append("T = {}\nT['x'] = len(T)\nR = [%d]\n".formatted(i));
      for (int j = 0; j < functions; j++) {
        text.append("def f%d(a):\n    return T, R, ".formatted(j));
        text.append(isLast ? "a\n" : "n.f%d(a), g(a)\n".formatted(j));
      }
      text.append(isLast ? "X = f0(1)\n" : "U['y'] = 1\nX = g(1)\n");
      chain.add(new PythonParser().parse(new SourceFile("r", "m" + i + ".py", text.toString())));
    }
    return chain;
  }

  /** In the processor's time, as other work on the machine is no matter. */
  @ParameterizedTest
  @CsvSource({"50, 8, 50, 5", "50, 8, 50, 3", "2000, 5, 20, 15"})
  void time_is_short_when_functions_are_many(int files, int functions, int length, int seconds) {
    List<PythonFile> chains = chains(files, functions, length);
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Bundler bundler = new Bundler(new SourceTree(chains), name -> false);
    int bundles = 0;
    for (PythonFile file : chains) {
      for (Statement statement : file.statements()) {
        if (statement instanceof Statement.Function function) {
          bundles += bundler.bundle(file, function, List.of()).missing().isEmpty() ? 1 : 0;
        }
      }
    }
    assertThat(bundles).isEqualTo(files * functions);
    long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    assertThat(Duration.ofNanos(taken)).isLessThan(Duration.ofSeconds(seconds));
  }
}
