package org.plpython.sql;

import java.util.Locale;
import java.util.stream.Collectors;
import org.plpython.object.SqlText;

/** How a text is written as a constant of SQL. */
public enum Quoting {
  /** As it is: between dollars where it has lines, quotes or backslashes. */
  LEGIBLE {
    @Override
    public String quote(String text) {
      boolean isPlain = text.chars().noneMatch(it -> "\n'\\".indexOf(it) >= 0);
      return isPlain ? SqlText.quote(text) : DollarQuote.quote(text);
    }
  },

  /**
   * In one line of letters, digits and harmless signs: what does not know dollar quotes finds no
   * end of a statement in it, no comment, and no placeholder.
   */
  INERT {
    @Override
    public String quote(String text) {
      return text.chars().mapToObj(INERT::unit).collect(Collectors.joining("", "E'", "'"));
    }
  };

  private static final String HARMLESS = " _(),.=:+*<>[]#";

  /** The constant that holds the text. */
  public abstract String quote(String text);

  private String unit(int unit) {
    boolean isLetter = unit < 128 && Character.isLetterOrDigit(unit);
    return isLetter || HARMLESS.indexOf(unit) >= 0
        ? String.valueOf((char) unit)
        : String.format(Locale.ROOT, "\\u%04x", unit);
  }
}
