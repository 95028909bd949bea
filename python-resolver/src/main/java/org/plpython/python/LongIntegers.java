package org.plpython.python;

import java.util.EnumSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plpython.source.Position;
import org.plpython.thirdparty.pegparser.tokenizer.Token;
import org.plpython.thirdparty.pegparser.tokenizer.Tokenizer;

/**
 * Refuses integers that CPython refuses too, before the parser spends minutes on them: more decimal
 * digits than {@code sys.int_info.default_max_str_digits}.
 */
final class LongIntegers {
  private static final int MOST_DIGITS = 4300;
  private static final Pattern SUSPECT = Pattern.compile("[0-9_]{" + (MOST_DIGITS + 1) + "}");
  private static final Pattern DECIMAL = Pattern.compile("[0-9_]+");

  private LongIntegers() {}

  /** Throws a syntax error at the first one. Long numbers in strings and comments are none. */
  static void refuse(String text) {
    if (SUSPECT.matcher(text).find()) {
      int[] codePoints = text.codePoints().toArray();
      Tokenizer tokenizer =
          Tokenizer.fromString(
              new SyntaxErrors(), text, EnumSet.of(Tokenizer.Flag.EXEC_INPUT), null);
      for (Token token = next(tokenizer); token != null; token = next(tokenizer)) {
        if (token.type == Token.Kind.NUMBER) {
          refuse(codePoints, token);
        }
      }
    }
  }

  /** Null at the end, and where the parser will find an error of its own. */
  private static @Nullable Token next(Tokenizer tokenizer) {
    try {
      Token token = tokenizer.next();
      boolean isLast = token.type == Token.Kind.ENDMARKER || token.type == Token.Kind.ERRORTOKEN;
      return isLast ? null : token;
    } catch (SyntaxErrors.SyntaxException unfinished) {
      return null;
    }
  }

  private static void refuse(int[] text, Token token) {
    String number = new String(text, token.startOffset, token.endOffset - token.startOffset);
    int digits = number.replace("_", "").length();
    if (DECIMAL.matcher(number).matches() && digits > MOST_DIGITS) {
      throw new SyntaxErrors.SyntaxException(
          place(text, token.startOffset),
          "Exceeds the limit (%d digits) for integer string conversion: value has %d digits"
              .formatted(MOST_DIGITS, digits));
    }
  }

  private static Position place(int[] text, int offset) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < offset; i++) {
      if (text[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new Position(line, offset - start + 1);
  }
}
