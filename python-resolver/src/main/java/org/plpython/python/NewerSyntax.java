package org.plpython.python;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plpython.thirdparty.pegparser.tokenizer.Token;
import org.plpython.thirdparty.pegparser.tokenizer.Tokenizer;

/**
 * Writes what Python 3.13 and 3.14 added to the grammar in older words of the same length, so that
 * every position stays: template strings (PEP 750) become f-strings, {@code except A, B:} (PEP 758)
 * becomes {@code except A| B:}, defaults of type parameters (PEP 696) become spaces.
 */
final class NewerSyntax {
  private static final Set<String> TEMPLATE_PREFIXES = Set.of("t", "tr", "rt");
  private static final Set<String> GENERIC_KEYWORDS = Set.of("def", "class", "type");

  private final int[] text;
  private final List<Token> tokens = new ArrayList<>();

  private NewerSyntax(int[] text) {
    this.text = text;
  }

  /**
   * The text in older words; the same text where there is nothing to replace. Each round reads as
   * far as the template strings are known to be strings.
   */
  static String replaceIn(String text) {
    String before = text;
    String after = replaceOnce(before);
    while (!after.equals(before)) {
      before = after;
      after = replaceOnce(before);
    }
    return after;
  }

  private static String replaceOnce(String source) {
    NewerSyntax round = new NewerSyntax(source.codePoints().toArray());
    round.readTokens(source);
    round.replace();
    return new String(round.text, 0, round.text.length);
  }

  private void readTokens(String source) {
    Tokenizer tokenizer =
        Tokenizer.fromString(
            new SyntaxErrors(), source, EnumSet.of(Tokenizer.Flag.EXEC_INPUT), null);
    try {
      Token token = tokenizer.next();
      while (token.type != Token.Kind.ENDMARKER && token.type != Token.Kind.ERRORTOKEN) {
        tokens.add(token);
        token = tokenizer.next();
      }
    } catch (SyntaxErrors.SyntaxException unfinished) {
      // What was read so far is all there is to replace in this round.
    }
  }

  private void replace() {
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).type == Token.Kind.NAME ? word(tokens.get(i)) : "";
      if (word.equals("except")) {
        replaceExceptList(i + 1);
      } else if (GENERIC_KEYWORDS.contains(word)) {
        blankDefaults(i + 2);
      } else if (TEMPLATE_PREFIXES.contains(word.toLowerCase(Locale.ROOT))) {
        replaceTemplate(tokens.get(i));
      }
    }
  }

  private String word(Token token) {
    return new String(text, token.startOffset, token.endOffset - token.startOffset);
  }

  private void replaceTemplate(Token prefix) {
    boolean isString =
        prefix.endOffset < text.length
            && (text[prefix.endOffset] == '"' || text[prefix.endOffset] == '\'');
    for (int i = prefix.startOffset; isString && i < prefix.endOffset; i++) {
      if (text[i] == 't' || text[i] == 'T') {
        text[i] = 'f';
      }
    }
  }

  /** The commas before the colon, outside of brackets; a last one just before the colon goes. */
  private void replaceExceptList(int from) {
    int depth = 0;
    for (int i = from; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += depthChange(token);
      if (depth == 0 && (token.type == Token.Kind.COLON || token.type == Token.Kind.NEWLINE)) {
        return;
      } else if (depth == 0 && token.type == Token.Kind.COMMA) {
        text[token.startOffset] = tokens.get(i + 1).type == Token.Kind.COLON ? ' ' : '|';
      }
    }
  }

  /** Between {@code [} and {@code ]}: from each equals sign to before the next comma. */
  private void blankDefaults(int bracket) {
    if (bracket >= tokens.size() || tokens.get(bracket).type != Token.Kind.LSQB) {
      return;
    }
    int depth = 0;
    boolean inDefault = false;
    for (int i = bracket; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += depthChange(token);
      if (depth == 0) {
        return;
      }
      inDefault =
          (depth == 1 && token.type == Token.Kind.EQUAL)
              || (inDefault && !(depth == 1 && token.type == Token.Kind.COMMA));
      if (inDefault) {
        blank(token);
      }
    }
  }

  private static int depthChange(Token token) {
    return switch (token.type) {
      case Token.Kind.LPAR, Token.Kind.LSQB, Token.Kind.LBRACE -> 1;
      case Token.Kind.RPAR, Token.Kind.RSQB, Token.Kind.RBRACE -> -1;
      default -> 0;
    };
  }

  private void blank(Token token) {
    for (int i = token.startOffset; i < token.endOffset; i++) {
      text[i] = text[i] == '\n' ? '\n' : ' ';
    }
  }
}
