package org.plpython.python;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.plpython.source.Position;
import org.plpython.source.SourceFile;
import org.plpython.thirdparty.pegparser.tokenizer.Token;
import org.plpython.thirdparty.pegparser.tokenizer.Tokenizer;

/** Finds the comments of a file: what looks like one in a string is none. */
final class CommentReader {
  private CommentReader() {}

  /** The comments, in order; those before what is no token, if something is none. */
  static List<Comment> read(SourceFile file) {
    List<String> lines = file.lines();
    List<Comment> comments = new ArrayList<>();
    Tokenizer tokenizer =
        Tokenizer.fromString(
            new SyntaxErrors(),
            NewerSyntax.replaceIn(file.text()),
            EnumSet.of(Tokenizer.Flag.EXEC_INPUT, Tokenizer.Flag.EXTRA_TOKENS),
            null);
    try {
      Token token = tokenizer.next();
      while (token.type != Token.Kind.ENDMARKER && token.type != Token.Kind.ERRORTOKEN) {
        if (token.type == Token.Kind.COMMENT) {
          comments.add(comment(token, lines));
        }
        token = tokenizer.next();
      }
    } catch (SyntaxErrors.SyntaxException unfinished) {
      // A parsed file has none of these: the tokenizer alone is stricter about what it is asked.
    }
    return comments;
  }

  private static Comment comment(Token token, List<String> lines) {
    int column = token.sourceRange.startColumn;
    String line = lines.get(token.sourceRange.startLine - 1);
    int start = line.offsetByCodePoints(0, column);
    return new Comment(
        new Position(token.sourceRange.startLine, column + 1),
        line.substring(start),
        line.substring(0, start).isBlank());
  }
}
