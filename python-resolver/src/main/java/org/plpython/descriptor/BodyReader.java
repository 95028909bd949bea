package org.plpython.descriptor;

import java.util.List;
import java.util.Optional;
import org.plpython.descriptor.Declaration.Body;
import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.python.PythonParser;
import org.plpython.python.Statement.Function;
import org.plpython.source.Diagnostics;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.SourceFile;
import org.plpython.yaml.YamlFile.Block;

/**
 * Reads bodies in PL/Python. For the Python parser a body is a function, which is what PL/Python
 * makes of it too: {@code def} in the line above it, and the descriptor's own lines, indented as
 * they are, with as many blank lines before them as the descriptor has lines. So all positions are
 * the descriptor's.
 */
final class BodyReader {
  /** In lines: each body is parsed behind all that stand before it. */
  private static final long MOST_LINES = 10_000_000;

  private static final String NAME = "body";

  private final Diagnostics diagnostics;
  private long lines;

  BodyReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The body; empty if something is wrong with it, which has been reported. */
  Optional<Subject> read(Entry entry, Expression value) {
    Optional<Block> block = entry.file().block(value);
    if (block.isEmpty()) {
      entry
          .options()
          .report(
              value.position(),
              "the body is no block",
              "Write body: | and the text below it, indented: so its lines stay as they are.");
      return Optional.empty();
    }
    if (block.get().text().isBlank()) {
      entry
          .options()
          .report(value.position(), "the body is empty", "Write pass, or remove the entry.");
      return Optional.empty();
    }
    lines += block.get().firstLine();
    if (lines > MOST_LINES) {
      entry
          .options()
          .report(
              value.position(),
              "the descriptor is too long for so many bodies",
              "Split it into several files.");
      return Optional.empty();
    }
    return parse(entry, block.get());
  }

  private Optional<Subject> parse(Entry entry, Block block) {
    SourceFile descriptor = entry.file().source();
    String text = wrapped(descriptor, block, pythonName(entry));
    try {
      PythonFile file =
          new PythonParser().parse(new SourceFile(descriptor.location(), descriptor.path(), text));
      Body body = new Body(descriptor, block.firstLine(), block.text());
      return Optional.of(new Subject(file, (Function) file.statements().get(0), Optional.of(body)));
    } catch (InvalidSourceException syntaxError) {
      diagnostics.addAll(syntaxError.diagnostics());
      return Optional.empty();
    }
  }

  private static String wrapped(SourceFile descriptor, Block block, String name) {
    int before = block.firstLine() - 1;
    List<String> body = descriptor.lines().subList(before, before + block.lineCount());
    return "\n".repeat(before - 1) + "def " + name + "():\n" + String.join("\n", body) + "\n";
  }

  /** Lint calls it by its name, if that is one for Python too. */
  private static String pythonName(Entry entry) {
    return entry
        .options()
        .expression("name")
        .flatMap(Expression::text)
        .filter(
            text ->
                PythonParser.parseExpression(text, entry.place().position())
                    .filter(new Expression.Name(entry.place().position(), text)::equals)
                    .isPresent())
        .orElse(NAME);
  }
}
