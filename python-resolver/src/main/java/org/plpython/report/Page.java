package org.plpython.report;

import java.util.Locale;

/** Lines for people, in colours if their terminal has some. */
final class Page {
  private final boolean isColored;
  private final StringBuilder text = new StringBuilder();

  Page(boolean isColored) {
    this.isColored = isColored;
  }

  /** A piece of a line in a colour. What the piece holds has no power over the terminal. */
  Page add(Color color, String piece) {
    String visible = visible(piece);
    text.append(isColored && !visible.isEmpty() ? color.of(visible) : visible);
    return this;
  }

  /** A piece of a line. */
  Page add(String piece) {
    text.append(visible(piece));
    return this;
  }

  /** Ends the line. */
  Page end() {
    text.append('\n');
    return this;
  }

  /** A line. */
  Page line(String line) {
    return add(line).end();
  }

  /** Comments in a database may hold what moves a cursor, or hides a line. */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c != '\t' && c != '\n' && Character.isISOControl(c)) {
                visible.append(String.format(Locale.ROOT, "\\x%02x", c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
