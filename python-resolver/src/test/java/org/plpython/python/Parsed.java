package org.plpython.python;

import java.util.ArrayList;
import java.util.List;
import org.plpython.source.SourceFile;

/** Short ways to parsed Python, for tests. */
final class Parsed {
  private Parsed() {}

  static PythonFile file(String... lines) {
    String text = String.join("\n", lines) + "\n";
    return new PythonParser().parse(new SourceFile("sources", "file.py", text));
  }

  /** The only statement of the lines. */
  static Statement statement(String... lines) {
    List<Statement> statements = file(lines).statements();
    if (statements.size() != 1) {
      throw new IllegalArgumentException(statements.size() + " statements");
    }
    return statements.get(0);
  }

  /** What travels of a file with its function {@code f}, which the last lines define. */
  static BundledFile bundle(String... lines) {
    return bundle(List.of(file(lines))).entry();
  }

  /** What travels with the function {@code f} that the first file defines last. */
  static Bundle bundle(List<PythonFile> files) {
    Statement.Function function =
        files.get(0).statements().stream()
            .filter(Statement.Function.class::isInstance)
            .map(Statement.Function.class::cast)
            .filter(definition -> definition.name().equals("f"))
            .reduce((first, second) -> second)
            .orElseThrow();
    return new Bundler(
            new SourceTree(files), name -> name.equals("marks") || name.startsWith("marks."))
        .bundle(files.get(0), function, List.of());
  }

  /** Files of roots: {@code root:path}, text with bars for line ends, and so on. */
  static List<PythonFile> files(String... pathsAndTexts) {
    List<PythonFile> files = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      String[] place = pathsAndTexts[i].split(":", 2);
      String text = pathsAndTexts[i + 1].replace("|", "\n") + "\n";
      files.add(new PythonParser().parse(new SourceFile(place[0], place[1], text)));
    }
    return files;
  }
}
