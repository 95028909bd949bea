package org.plpython.source;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * A mistake of the author's: where it is, what it is, and what to do about it.
 *
 * @param file the source that holds it
 * @param position where in it
 * @param message what is wrong, one line without a full stop
 * @param advice what to do about it, whole sentences
 */
public record Diagnostic(SourceFile file, Position position, String message, String advice)
    implements Comparable<Diagnostic> {

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic d) -> d.file().displayPath())
          .thenComparing(Diagnostic::position)
          .thenComparing(Diagnostic::message);

  public Diagnostic {
    Objects.requireNonNull(file);
    Objects.requireNonNull(position);
    Objects.requireNonNull(message);
    Objects.requireNonNull(advice);
  }

  /** By file, then by place. */
  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }

  /** Four lines: {@code file:line:column: error: message}, the line, a caret, the advice. */
  @Override
  public String toString() {
    String line = file.line(position.line());
    return String.format(
            Locale.ROOT,
            "%s:%d:%d: error: %s%n    %s%n    %s^%n  %s",
            file.displayPath(),
            position.line(),
            position.column(),
            message,
            line,
            caretIndent(line),
            advice)
        .replace("\r\n", "\n");
  }

  /** White space as wide as the line up to the caret: tabs stay tabs. */
  private String caretIndent(String line) {
    return line.codePoints()
        .limit(position.column() - 1L)
        .map(codePoint -> codePoint == '\t' ? '\t' : ' ')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
