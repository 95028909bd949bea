package org.plpython.object;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL in an {@code Annotated}: a type, and for a parameter a default, as CREATE FUNCTION takes
 * them.
 *
 * @param type as written
 * @param defaultValue an expression, as written
 */
record AnnotatedSql(String type, Optional<String> defaultValue) {
  private static final Pattern DEFAULT =
      Pattern.compile(
          "((?:\"[^\"]*\"|[^\"])*?)(?:\\s+DEFAULT\\s+|\\s*=\\s*)(.+)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  static AnnotatedSql parse(String text) {
    Matcher matcher = DEFAULT.matcher(text.strip());
    return matcher.matches()
        ? new AnnotatedSql(matcher.group(1), Optional.of(matcher.group(2)))
        : new AnnotatedSql(text, Optional.empty());
  }
}
