package org.plpython.source;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * A mistake of the author's: where it is, what it is, and what to do about it.
 *
 * @param file the source that holds it
 * @param position where in it
 * @param severity how bad it is
 * @param id what kind of a mistake it is, a name that stays: {@code mutable-default}
 * @param message what is wrong, one line without a full stop
 * @param advice what to do about it, whole sentences
 */
public record Diagnostic(
    SourceFile file, Position position, Severity severity, String id, String message, String advice)
    implements Comparable<Diagnostic> {

  /** The id of an error that has no narrower one. */
  public static final String INVALID_SOURCE = "invalid-source";

  /** The id of a file that is no Python. */
  public static final String SYNTAX_ERROR = "syntax-error";

  /** As much of a line is shown, in characters. */
  private static final int WIDEST = 200;

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic d) -> d.file().displayPath())
          .thenComparing(Diagnostic::position)
          .thenComparing(Diagnostic::message)
          .thenComparing(Diagnostic::id);

  public Diagnostic {
    Objects.requireNonNull(file);
    Objects.requireNonNull(position);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(id);
    Objects.requireNonNull(message);
    Objects.requireNonNull(advice);
  }

  /** An error that stops a deploy. */
  public Diagnostic(SourceFile file, Position position, String message, String advice) {
    this(file, position, Severity.ERROR, INVALID_SOURCE, message, advice);
  }

  /** By file, then by place. */
  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }

  /**
   * Four lines: {@code file:line:column: error: message}, the line, a caret, the advice. What is no
   * error shows its id too, by which it can be silenced: {@code warning: message [id]}. Of a very
   * long line the part around the caret is shown.
   */
  @Override
  public String toString() {
    return String.format(
            Locale.ROOT,
            "%s:%d:%d: %s: %s%s%n%s%n  %s",
            file.displayPath(),
            position.line(),
            position.column(),
            severity,
            message,
            severity == Severity.ERROR ? "" : " [" + id + "]",
            lineAndCaret(),
            advice)
        .replace("\r\n", "\n");
  }

  private String lineAndCaret() {
    String line = file.line(position.line());
    int column = Math.min(position.column() - 1, line.codePointCount(0, line.length()));
    int caret = line.offsetByCodePoints(0, column);
    int from = line.length() <= WIDEST ? 0 : Math.max(0, caret - WIDEST / 2);
    int to = Math.min(line.length(), from + WIDEST);
    String before = (from > 0 ? "..." : "") + line.substring(from, caret);
    String after = line.substring(caret, Math.max(caret, to)) + (to < line.length() ? "..." : "");
    return "    " + before + after + "\n    " + blank(before) + "^";
  }

  /** White space as wide as a text: tabs stay tabs. */
  private static String blank(String text) {
    return text.codePoints()
        .map(codePoint -> codePoint == '\t' ? '\t' : ' ')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
