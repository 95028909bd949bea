package org.plpython.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import org.plpython.source.Position;
import org.plpython.source.SourceFile;
import org.plpython.thirdparty.pegparser.tokenizer.Token;
import org.plpython.thirdparty.pegparser.tokenizer.Tokenizer;

/**
 * A string literal that holds a line end.
 *
 * @param begin its first character, a prefix or a quote
 * @param end its last quote
 */
public record MultiLineString(Position begin, Position end) {

  /** Those of a file, in the order of their ends. */
  static List<MultiLineString> read(SourceFile file) {
    List<MultiLineString> found = new ArrayList<>();
    Tokenizer tokenizer =
        Tokenizer.fromString(
            new SyntaxErrors(),
            NewerSyntax.replaceIn(file.text()),
            EnumSet.of(Tokenizer.Flag.EXEC_INPUT),
            null);
    Deque<Open> open = new ArrayDeque<>();
    try {
      Token token = tokenizer.next();
      while (token.type != Token.Kind.ENDMARKER && token.type != Token.Kind.ERRORTOKEN) {
        add(token, open, found);
        token = tokenizer.next();
      }
    } catch (SyntaxErrors.SyntaxException unfinished) {
      // A parsed file has none of these: the tokenizer alone is stricter about what it is asked.
    }
    return found;
  }

  /** An f-string that has begun; its line ends may be in any of its parts. */
  private static final class Open {
    private final Position begin;
    private boolean holdsLineEnd;

    Open(Position begin) {
      this.begin = begin;
    }
  }

  private static void add(Token token, Deque<Open> open, List<MultiLineString> found) {
    boolean holdsLineEnd = token.sourceRange.endLine > token.sourceRange.startLine;
    switch (token.type) {
      case Token.Kind.STRING -> {
        if (holdsLineEnd) {
          found.add(new MultiLineString(begin(token), end(token)));
        }
      }
      case Token.Kind.FSTRING_START -> open.push(new Open(begin(token)));
      case Token.Kind.FSTRING_MIDDLE -> open.element().holdsLineEnd |= holdsLineEnd;
      case Token.Kind.FSTRING_END -> {
        Open ended = open.pop();
        if (ended.holdsLineEnd) {
          found.add(new MultiLineString(ended.begin, end(token)));
        }
      }
      default -> {}
    }
  }

  private static Position begin(Token token) {
    return new Position(token.sourceRange.startLine, token.sourceRange.startColumn + 1);
  }

  private static Position end(Token token) {
    return new Position(token.sourceRange.endLine, Math.max(1, token.sourceRange.endColumn));
  }
}
