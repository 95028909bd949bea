package org.plpython.cli.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Headlines, sentences and blocks, in lines of at most 100 columns. */
final class Screen {
  private static final int WIDTH = 100;
  private static final String TEXT = " ".repeat(3);
  private static final String BLOCK = " ".repeat(6);
  private static final String RESULT = " ".repeat(10);

  private final PrintWriter out;
  private int steps;
  private boolean blankIsDue;

  Screen(PrintWriter out) {
    this.out = out;
  }

  /** The next numbered headline. */
  void step(String headline) {
    steps++;
    blankIsDue = true;
    print("", List.of(steps + ". " + headline));
  }

  /** A sentence, broken between words. */
  void text(String sentence) {
    print(TEXT, wrap(sentence, WIDTH - TEXT.length()));
  }

  /** Lines as they are, between blank ones. */
  void block(List<String> lines) {
    paragraph(BLOCK, lines);
  }

  /** What a statement gave, between blank lines and deeper than the statement. */
  void result(List<String> lines) {
    paragraph(RESULT, lines);
  }

  /** A message that a statement gave, its lines broken between words. */
  void message(String message) {
    int width = WIDTH - RESULT.length();
    result(message.lines().flatMap(line -> wrap(line, width).stream()).toList());
  }

  /** A line about all of it, the first or the last. */
  void frame(String sentence) {
    blankIsDue = steps > 0;
    print("", List.of(sentence));
  }

  private void paragraph(String indent, List<String> lines) {
    blankIsDue = true;
    print(indent, lines);
    blankIsDue = true;
  }

  private void print(String indent, List<String> lines) {
    if (blankIsDue) {
      out.println();
      blankIsDue = false;
    }
    lines.forEach(line -> out.println((indent + line).stripTrailing()));
  }

  private static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width && rest.lastIndexOf(' ', width) > 0) {
      int end = rest.lastIndexOf(' ', width);
      lines.add(rest.substring(0, end));
      rest = rest.substring(end + 1);
    }
    lines.add(rest);
    return lines;
  }
}
