package org.plpython.python;

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

  /** What travels with the function {@code f}, which the last lines define. */
  static Bundle bundle(String... lines) {
    PythonFile file = file(lines);
    Statement.Function function =
        file.statements().stream()
            .filter(Statement.Function.class::isInstance)
            .map(Statement.Function.class::cast)
            .filter(definition -> definition.name().equals("f"))
            .reduce((first, second) -> second)
            .orElseThrow();
    return new Bundler(file, name -> name.equals("marks") || name.startsWith("marks."))
        .bundle(function, List.of());
  }
}
