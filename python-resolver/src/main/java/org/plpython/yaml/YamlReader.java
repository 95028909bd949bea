package org.plpython.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plpython.source.Diagnostic;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;
import org.plpython.source.Severity;
import org.plpython.source.SourceFile;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads descriptors as plain data. The parser's events are read, and no object is made by what a
 * file says: tags, anchors and aliases are mistakes, and so are files that are larger or nested
 * more deeply than any descriptor.
 */
public final class YamlReader {
  /** In characters: more than anybody writes by hand. */
  private static final int LARGEST = 1024 * 1024;

  private static final int LONGEST_LINE = 20_000;

  /** Line ends of YAML 1.1, and of nobody else's. */
  private static final String OLD_LINE_ENDS = "\u0085\u2028\u2029";

  private final SourceFile file;
  private final Diagnostics diagnostics;

  /** For one descriptor; mistakes go to the diagnostics. */
  public YamlReader(SourceFile file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  /** The file; empty if it is no YAML that a descriptor can be, which has been reported. */
  public Optional<YamlFile> read() {
    int before = diagnostics.count();
    if (file.text().length() > LARGEST) {
      report(
          Position.START,
          "the descriptor holds more than " + LARGEST + " characters",
          "Split it, or keep large code in a .py file and name that as source:.");
      return Optional.empty();
    }
    refuseCharacters();
    refuseLongLines();
    if (diagnostics.count() > before) {
      return Optional.empty();
    }
    try {
      YamlFile read = new EventReader(file, diagnostics).read();
      return diagnostics.count() > before ? Optional.empty() : Optional.of(read);
    } catch (MarkedYAMLException error) {
      reportSyntax(error);
      return Optional.empty();
    } catch (UnreadableYaml mistake) {
      report(mistake.position(), String.valueOf(mistake.getMessage()), mistake.advice());
      return Optional.empty();
    }
  }

  /** The first character that YAML has not: the parser would end with it. */
  private void refuseCharacters() {
    int line = 1;
    int lineStart = 0;
    String text = file.text();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (character == '\n') {
        line++;
        lineStart = i + 1;
      } else if (!StreamReader.isPrintable(character) || OLD_LINE_ENDS.indexOf(character) >= 0) {
        report(
            new Position(line, text.codePointCount(lineStart, i) + 1),
            String.format(Locale.ROOT, "the character U+%04X cannot stand in YAML", character),
            String.format(
                Locale.ROOT,
                "Write it as an escape: %s in a string of Python, \"%s\" in one of YAML.",
                escape(character),
                escape(character)));
        return;
      }
    }
  }

  /** The first line that takes the parser longer than all others together. */
  private void refuseLongLines() {
    int start = 0;
    for (int line = 1; start <= file.text().length(); line++) {
      int newline = file.text().indexOf('\n', start);
      int end = newline < 0 ? file.text().length() : newline;
      if (end - start > LONGEST_LINE) {
        report(
            new Position(line, 1),
            "the line holds more than " + LONGEST_LINE + " characters",
            "Write lists and mappings over several lines, and long text as a block below key: |.");
        return;
      }
      start = end + 1;
    }
  }

  private static String escape(int character) {
    return String.format(Locale.ROOT, "\\u%04x", character);
  }

  private void reportSyntax(MarkedYAMLException error) {
    String problem = String.valueOf(error.getProblem());
    String advice =
        problem.contains("\\t")
            ? "YAML is indented with blanks, never with tabs."
            : problem.contains("mapping values are not allowed")
                ? "Put text that holds a colon and a blank in quotes, and indent the keys of one"
                    + " mapping equally."
                : "This is what YAML's parser says; the rest of the file was not looked at.";
    diagnostics.addAll(
        List.of(
            new Diagnostic(
                file,
                position(error.getProblemMark()),
                Severity.ERROR,
                Diagnostic.SYNTAX_ERROR,
                "syntax error: " + problem,
                advice)));
  }

  static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private void report(Position position, String message, String advice) {
    diagnostics.report(file, position, message, advice);
  }
}
