package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of an SQL expression outside of its strings and comments; the manual's section 4.1.
 * Nothing here understands SQL any further: the server does.
 */
public final class SqlTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?xs)
            (?<blank> \\s+ | --[^\\n]* )
          | (?<comment> /\\* )
          | (?<string> [eE]'[^'\\\\]*+(?:(?:''|\\\\.)[^'\\\\]*+)*+' | [bBxXnN]?'[^']*+(?:''[^']*+)*+' )
          | (?<dollar> \\$ (?<tag>(?:[\\p{L}_][\\p{L}\\p{N}_]*+)?+) \\$ .*? \\$ \\k<tag> \\$ )
          | (?<name> (?![eE]')[\\p{L}_][\\p{L}\\p{N}_$]*+ )
          | (?<other> "[^"]++(?:""[^"]*+)*+" | \\$?\\p{N}[\\p{L}\\p{N}_.]*+ | :: | (?![eE]')[^'"$] )
          """);

  private final String text;
  private final List<String> tokens = new ArrayList<>();

  private SqlTokens(String text) {
    this.text = text;
  }

  /**
   * The tokens: names in lower case, quoted ones with their quotes, a string as {@code ''}.
   *
   * @return empty if a quote, a comment or a parenthesis is not closed
   */
  static Optional<List<String>> of(String text) {
    SqlTokens tokens = new SqlTokens(text);
    return tokens.readAll() && isBalanced(tokens.tokens)
        ? Optional.of(List.copyOf(tokens.tokens))
        : Optional.empty();
  }

  /**
   * Whether the text is one expression as far as its tokens tell: not empty, everything closed, no
   * comma or semicolon but in parentheses or brackets.
   */
  public static boolean isOneExpression(String text) {
    int depth = 0;
    List<String> tokens = of(text).orElse(List.of());
    for (String token : tokens) {
      depth += "([".contains(token) ? 1 : ")]".contains(token) ? -1 : 0;
      if (token.equals(";") || (depth == 0 && token.equals(","))) {
        return false;
      }
    }
    return !tokens.isEmpty();
  }

  private boolean readAll() {
    Matcher matcher = TOKEN.matcher(text);
    int position = 0;
    while (position < text.length()) {
      if (!matcher.region(position, text.length()).lookingAt()) {
        return false;
      }
      position = matcher.group("comment") == null ? matcher.end() : commentEnd(position);
      if (position < 0) {
        return false;
      }
      add(matcher);
    }
    return true;
  }

  private void add(Matcher matcher) {
    if (matcher.group("name") != null) {
      tokens.add(matcher.group().toLowerCase(Locale.ROOT));
    } else if (matcher.group("string") != null || matcher.group("dollar") != null) {
      tokens.add("''");
    } else if (matcher.group("other") != null) {
      tokens.add(matcher.group());
    }
  }

  /** Comments nest; -1 if this one does not end. */
  private int commentEnd(int start) {
    int depth = 0;
    for (int i = start; i + 1 < text.length(); i++) {
      if (text.startsWith("/*", i)) {
        depth++;
        i++;
      } else if (text.startsWith("*/", i)) {
        depth--;
        i++;
      }
      if (depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private static boolean isBalanced(List<String> tokens) {
    int depth = 0;
    for (String token : tokens) {
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }
}
