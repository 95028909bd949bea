package org.plpython.liquibase.definition;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts of SQL in changelogs. Liquibase replaces <code>${name}</code> in all formats, and each
 * format has characters that it does not keep; a text with one of them is written with escapes.
 */
final class DefinitionText {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|\\\\)");

  private DefinitionText() {}

  /** Whether a changelog would give back another text. */
  static boolean needsEscapes(String text) {
    return text.contains("${") || text.chars().anyMatch(DefinitionText::isLost);
  }

  /** What not all of XML, YAML and JSON keep: the control characters, and other line ends. */
  private static boolean isLost(int unit) {
    return (Character.isISOControl(unit) && unit != '\n' && unit != '\t')
        || unit == '\u2028'
        || unit == '\u2029'
        || unit == '\uFEFF'
        || unit >= 0xFFFE;
  }

  /** The text with escapes: two backslashes for one, a backslash, {@code u} and four digits. */
  static String escape(String text) {
    String escaped = text.chars().mapToObj(DefinitionText::unit).collect(Collectors.joining());
    return escaped.replace("${", unicode('$') + "{");
  }

  private static String unit(int unit) {
    if (unit == '\\') {
      return "\\\\";
    }
    return isLost(unit) ? unicode(unit) : String.valueOf((char) unit);
  }

  private static String unicode(int unit) {
    return String.format(Locale.ROOT, "\\u%04x", unit);
  }

  /** The text that was escaped. */
  static String unescape(String escaped) {
    return ESCAPE.matcher(escaped).replaceAll(DefinitionText::escaped);
  }

  private static String escaped(MatchResult escape) {
    String digits = escape.group(1);
    char unit = digits == null ? '\\' : (char) Integer.parseInt(digits, 16);
    return Matcher.quoteReplacement(String.valueOf(unit));
  }
}
