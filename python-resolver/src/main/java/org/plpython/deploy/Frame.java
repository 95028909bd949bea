package org.plpython.deploy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A frame of a traceback as PL/Python writes it (plpy_elog.c, {@code PLy_traceback}).
 *
 * @param routine the function's name without schema and arguments; empty: a DO block
 * @param line in a text that PL/Python does not name
 * @param function the Python function in it
 * @param ofBody the line's text, which PL/Python shows of the installed body alone: a frame of the
 *     wrapper, or of code that somebody compiled under the same name
 */
record Frame(Optional<String> routine, int line, String function, Optional<String> ofBody) {
  static final String BODY_LINE = "    ";
  private static final Pattern FORM =
      Pattern.compile(
          "  PL/Python (?:function \"(.*)\"|anonymous code block), line (\\d{1,9}), in (.+)");

  static final String MODULE = "<module>";

  /** Reads a frame's line, and the line after it where that is the body's. */
  static Optional<Frame> parse(String line, String next) {
    Matcher form = FORM.matcher(line);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<String> ofBody =
        next.startsWith(BODY_LINE)
            ? Optional.of(next.substring(BODY_LINE.length()))
            : Optional.empty();
    return Optional.of(
        new Frame(
            Optional.ofNullable(form.group(1)),
            Integer.parseInt(form.group(2)),
            form.group(3),
            ofBody));
  }

  boolean isModule() {
    return function.equals(MODULE);
  }

  /** As PL/Python wrote it. */
  @Override
  public String toString() {
    return "  PL/Python "
        + routine.map(name -> "function \"" + name + "\"").orElse("anonymous code block")
        + ", line "
        + line
        + ", in "
        + function
        + ofBody.map(text -> "\n" + BODY_LINE + text).orElse("");
  }
}
