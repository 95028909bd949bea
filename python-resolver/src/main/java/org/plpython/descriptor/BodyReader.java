package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.plpython.descriptor.Declaration.Body;
import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.python.PythonParser;
import org.plpython.python.Statement.Function;
import org.plpython.source.Diagnostic;
import org.plpython.source.Diagnostics;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.Position;
import org.plpython.source.SourceFile;
import org.plpython.yaml.YamlFile.Block;

/**
 * Reads the bodies in PL/Python of one descriptor. For the Python parser each is a function, which
 * is what PL/Python makes of it too: {@code def} in the line above it, and the descriptor's own
 * lines, indented as they are. All of them together are a file of as many lines as the descriptor,
 * whose other lines are blank. So all positions are the descriptor's.
 */
final class BodyReader {
  private static final String NAME = "body";

  private final Diagnostics diagnostics;
  private final IdentityHashMap<Entry, Subject> subjects = new IdentityHashMap<>();

  /**
   * Reads them; mistakes go to the diagnostics.
   *
   * @param entries all of one descriptor, in its order
   */
  BodyReader(List<Entry> entries, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    List<Written> bodies = new ArrayList<>();
    for (Entry entry : entries) {
      entry
          .options()
          .expression("body")
          .flatMap(value -> block(entry, value))
          .map(block -> new Written(entry, block))
          .filter(this::isPython)
          .ifPresent(bodies::add);
    }
    if (!bodies.isEmpty()) {
      readAll(entries.get(0).file().source(), bodies);
    }
  }

  private record Written(Entry entry, Block block) {
    SourceFile descriptor() {
      return entry.file().source();
    }
  }

  /** The body of an entry; empty if something is wrong with it, which has been reported. */
  Optional<Subject> of(Entry entry) {
    return Optional.ofNullable(subjects.get(entry));
  }

  private static Optional<Block> block(Entry entry, Expression value) {
    Optional<Block> block = entry.file().block(value);
    if (block.isEmpty()) {
      entry
          .options()
          .report(
              value.position(),
              "the body is no block",
              "Write body: | and the text below it, indented: so its lines stay as they are.");
    } else if (block.get().text().isBlank()) {
      entry
          .options()
          .report(value.position(), "the body is empty", "Write pass, or remove the entry.");
      return Optional.empty();
    }
    return block;
  }

  /** Each is tried alone first, so that a syntax error in one does not hide those in others. */
  private boolean isPython(Written body) {
    SourceFile descriptor = body.descriptor();
    String text = "def " + NAME + "():\n" + String.join("\n", lines(body)) + "\n";
    try {
      new PythonParser().parse(new SourceFile(descriptor.location(), descriptor.path(), text));
      return true;
    } catch (InvalidSourceException syntaxError) {
      int before = body.block().firstLine() - 2;
      syntaxError
          .diagnostics()
          .forEach(d -> diagnostics.addAll(List.of(moved(d, descriptor, before))));
      return false;
    }
  }

  private static Diagnostic moved(Diagnostic found, SourceFile descriptor, int lines) {
    Position position = found.position();
    return new Diagnostic(
        descriptor,
        new Position(position.line() + lines, position.column()),
        found.severity(),
        found.id(),
        found.message(),
        found.advice());
  }

  private static List<String> lines(Written body) {
    int first = body.block().firstLine() - 1;
    return body.entry().file().lines().subList(first, first + body.block().lineCount());
  }

  private void readAll(SourceFile descriptor, List<Written> bodies) {
    PythonFile file =
        new PythonParser()
            .parse(new SourceFile(descriptor.location(), descriptor.path(), text(bodies)));
    for (int i = 0; i < bodies.size(); i++) {
      Block block = bodies.get(i).block();
      subjects.put(
          bodies.get(i).entry(),
          new Subject(
              file,
              (Function) file.statements().get(i),
              Optional.of(new Body(descriptor, block.firstLine(), block.text()))));
    }
  }

  private static String text(List<Written> bodies) {
    String[] lines = new String[bodies.get(0).entry().file().lines().size()];
    Arrays.fill(lines, "");
    for (Written body : bodies) {
      int line = body.block().firstLine() - 1;
      lines[line - 1] = "def " + pythonName(body.entry()) + "():";
      for (String written : lines(body)) {
        lines[line++] = written;
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** Lint calls it by its name, if that is one for Python too. */
  private static String pythonName(Entry entry) {
    Position anywhere = entry.place().position();
    return entry
        .options()
        .expression("name")
        .flatMap(Expression::text)
        .filter(
            text ->
                PythonParser.parseExpression(text, anywhere)
                    .filter(new Expression.Name(anywhere, text)::equals)
                    .isPresent())
        .orElse(NAME);
  }
}
