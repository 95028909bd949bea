package org.plpython.python;

import org.plpython.source.Position;
import org.plpython.thirdparty.pegparser.ParserCallbacks;
import org.plpython.thirdparty.pegparser.tokenizer.SourceRange;

/** Makes the parser's complaints exceptions; its warnings are nobody's here. */
final class SyntaxErrors implements ParserCallbacks {

  /** A syntax error and where it is. */
  static final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Position position;

    SyntaxException(Position position, String message) {
      super(message);
      this.position = position;
    }

    Position position() {
      return position;
    }
  }

  @Override
  public void safePointPoll() {}

  @Override
  public RuntimeException reportIncompleteSource(int line) {
    throw new SyntaxException(new Position(Math.max(line, 1), 1), "unexpected end of file");
  }

  @Override
  public RuntimeException onError(ErrorType errorType, SourceRange range, String message) {
    int line = Math.max(range.startLine, 1);
    throw new SyntaxException(new Position(line, Math.max(range.startColumn, 0) + 1), message);
  }

  @Override
  public void onWarning(WarningType warningType, SourceRange range, String message) {}
}
