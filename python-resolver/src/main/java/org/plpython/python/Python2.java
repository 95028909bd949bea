package org.plpython.python;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises lines of Python 2, which the server's Python 3 refuses. */
final class Python2 {
  private static final List<Sign> SIGNS =
      List.of(
          new Sign("(^|[;:])\\s*print(\\s+[^\\s(=.,\\[]|\\s*>>)", "print(...)"),
          new Sign("(^|[;:])\\s*exec\\s+[^\\s(=.,\\[]", "exec(...)"),
          new Sign("(^|[;:])\\s*raise\\s+[\\w.]+\\s*,", "raise ValueError(\"...\")"),
          new Sign("`", "repr(...) instead of backticks"),
          new Sign("<>", "!= instead of <>"),
          new Sign("\\b[uU][rR]['\"]", "r\"...\" instead of ur\"...\""),
          new Sign("\\b\\d+[lL]\\b", "integers without L"),
          new Sign("(?<![\\w.])0[0-7]+\\b", "0o777 instead of 0777"));

  private Python2() {}

  private record Sign(Pattern pattern, String inPython3) {
    Sign(String pattern, String inPython3) {
      this(Pattern.compile(pattern), inPython3);
    }
  }

  /** What to write instead, if a line that has a syntax error looks like Python 2. */
  static Optional<String> replacement(String line) {
    return SIGNS.stream()
        .filter(sign -> sign.pattern().matcher(line).find())
        .map(Sign::inPython3)
        .findFirst();
  }
}
