package org.plpython.sql;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plpython.object.Program;
import org.plpython.object.RoutineCode;

/**
 * A database's encoding (the manual's section 24.3), and the form that Python takes in it.
 * PL/Python hands a body to Python as the server stores it, and Python reads UTF-8: in any other
 * encoding the body is plain ASCII.
 *
 * @param name as {@code SHOW server_encoding} says it
 */
public record ServerEncoding(String name) {
  /** The one in which every body stands as it is. */
  public static final ServerEncoding UTF_8 = new ServerEncoding("UTF8");

  private static final Pattern OTHER = Pattern.compile("[^\\x00-\\x7f]");
  private static final Pattern OTHER_WORD =
      Pattern.compile("\\w*[^\\x00-\\x7f]\\w*", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern LITERAL_OR_COMMENT =
      Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"|^#.*$", Pattern.MULTILINE);

  public ServerEncoding {
    Objects.requireNonNull(name);
  }

  /** The body of Python code in the encoding, with as many lines. */
  String written(String body, RoutineCode code) {
    if (equals(UTF_8) || !(code instanceof Program program)) {
      return body;
    }
    String written = body;
    for (Program.Part part : program.parts()) {
      if (OTHER.matcher(part.text()).find()) {
        written = written.replace(PythonLiteral.lines(part.text()), ascii(part.text()));
      }
    }
    return LITERAL_OR_COMMENT
        .matcher(written)
        .replaceAll(found -> Matcher.quoteReplacement(escaped(found.group())));
  }

  private static String ascii(String text) {
    return escaped(PythonLiteral.quotedLines(text));
  }

  private static String escaped(String text) {
    return OTHER.matcher(text).find()
        ? text.codePoints().mapToObj(ServerEncoding::escaped).collect(Collectors.joining())
        : text;
  }

  private static String escaped(int codePoint) {
    return codePoint < 0x80
        ? Character.toString(codePoint)
        : String.format(
            Locale.ROOT,
            codePoint < 0x100 ? "\\x%02x" : codePoint < 0x10000 ? "\\u%04x" : "\\U%08x",
            codePoint);
  }

  /** The first word of a written body that the encoding does not take; empty: it takes all. */
  public Optional<String> firstRefused(String body) {
    Matcher word = OTHER_WORD.matcher(body);
    return !equals(UTF_8) && word.find() ? Optional.of(word.group()) : Optional.empty();
  }
}
