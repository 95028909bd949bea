package org.plpython.sql;

import java.util.Locale;

/**
 * Python string literals inside of a PL/Python body. PL/Python puts one tab after each line end of
 * a body (plpy_procedure.c, {@code PLy_procedure_munge_source}), within literals too.
 */
final class PythonLiteral {
  private PythonLiteral() {}

  /** A literal on one line. */
  static String quote(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints().forEach(codePoint -> appendEscaped(literal, codePoint));
    return literal.append('"').toString();
  }

  private static void appendEscaped(StringBuilder literal, int codePoint) {
    switch (codePoint) {
      case '\\' -> literal.append("\\\\");
      case '"' -> literal.append("\\\"");
      case '\n' -> literal.append("\\n");
      case '\t' -> literal.append("\\t");
      default -> {
        if (Character.isISOControl(codePoint)) {
          literal.append(String.format(Locale.ROOT, "\\x%02x", codePoint));
        } else {
          literal.appendCodePoint(codePoint);
        }
      }
    }
  }

  /**
   * An expression whose value is a line end and the text, exactly. The text stands in it as it is,
   * in a raw literal, and {@code replace} takes away just the tabs that PL/Python puts in: one for
   * each line end. Only a text that holds both kinds of triple quotes is written line by line.
   *
   * @param text ends with a line end
   */
  static String lines(String text) {
    for (String quotes : new String[] {"'''", "\"\"\""}) {
      if (!text.contains(quotes)) {
        return "r" + quotes + "\n" + text + quotes + ".replace(\"\\n\\t\", \"\\n\")";
      }
    }
    return quotedLines(text);
  }

  /** The same line by line, over as many lines. */
  static String quotedLines(String text) {
    StringBuilder literal = new StringBuilder("(\"\\n\"\n");
    text.lines().forEach(line -> literal.append(quote(line + "\n")).append('\n'));
    return literal.append(')').toString();
  }
}
