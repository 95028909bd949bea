package org.plpython.python;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.plpython.source.Diagnostic;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.Position;
import org.plpython.source.Severity;
import org.plpython.source.SourceFile;
import org.plpython.thirdparty.pegparser.FutureFeature;
import org.plpython.thirdparty.pegparser.InputType;
import org.plpython.thirdparty.pegparser.Parser;
import org.plpython.thirdparty.pegparser.scope.ScopeEnvironment;
import org.plpython.thirdparty.pegparser.sst.ExprTy;
import org.plpython.thirdparty.pegparser.sst.ModTy;
import org.plpython.thirdparty.pegparser.sst.StmtTy;

/** Parses Python up to 3.14. */
public final class PythonParser {
  private static final int GRAMMAR_OF_3_12 = 12;

  /** Of one in a string, in characters: no annotation is longer. */
  private static final int LONGEST_EXPRESSION = 10_000;

  /**
   * Parses a file.
   *
   * @throws InvalidSourceException with the file's first syntax error, in CPython's words
   */
  public PythonFile parse(SourceFile file) {
    try {
      ModTy.Module module = (ModTy.Module) parse(file.text(), InputType.FILE);
      StmtTy[] body = module.body == null ? new StmtTy[0] : module.body;
      ScopeEnvironment scopes =
          ScopeEnvironment.analyze(module, new SyntaxErrors(), futureFeatures(body));
      return new PythonFile(
          file,
          new StatementReader(scopes, file.lines()).readAll(body),
          StatementReader.nestedDecorators(body),
          parsed -> new CodeReader(parsed, body, scopes).read());
    } catch (SyntaxErrors.SyntaxException error) {
      throw new InvalidSourceException(List.of(diagnostic(file, error)));
    } catch (StackOverflowError tooDeep) {
      throw new InvalidSourceException(List.of(tooDeeplyNested(file)));
    }
  }

  /**
   * Parses an expression that stands in a string, as annotations may; empty if it is not one.
   *
   * @param position of the string: every position in the expression is that one
   */
  public static Optional<Expression> parseExpression(String text, Position position) {
    return parseExpression(text)
        .map(expression -> new Repositioned(position).move(ExpressionReader.read(expression)));
  }

  /** The same as the parser's own node. */
  static Optional<ExprTy> parseExpression(String text) {
    if (text.length() > LONGEST_EXPRESSION) {
      return Optional.empty();
    }
    try {
      ModTy.Expression expression = (ModTy.Expression) parse(text.strip(), InputType.EVAL);
      return Optional.of(expression.body);
    } catch (SyntaxErrors.SyntaxException | StackOverflowError notAnExpression) {
      return Optional.empty();
    }
  }

  /** Tries the grammar as it is first: few files hold what came after Python 3.12. */
  private static ModTy parse(String text, InputType type) {
    LongIntegers.refuse(text);
    try {
      return parse312(text, type);
    } catch (SyntaxErrors.SyntaxException error) {
      String older = NewerSyntax.replaceIn(text);
      if (older.equals(text)) {
        throw error;
      }
      return parse312(older, type);
    }
  }

  private static ModTy parse312(String text, InputType type) {
    Parser parser =
        new Parser(
            text, new SyntaxErrors(), type, EnumSet.noneOf(Parser.Flags.class), GRAMMAR_OF_3_12);
    return (ModTy) parser.parse();
  }

  private static EnumSet<FutureFeature> futureFeatures(StmtTy[] body) {
    for (StmtTy statement : body) {
      if (statement instanceof StmtTy.ImportFrom names
          && "__future__".equals(names.module)
          && List.of(names.names).stream().anyMatch(name -> name.name.equals("annotations"))) {
        return EnumSet.of(FutureFeature.ANNOTATIONS);
      }
    }
    return EnumSet.noneOf(FutureFeature.class);
  }

  private static Diagnostic diagnostic(SourceFile file, SyntaxErrors.SyntaxException error) {
    String advice =
        Python2.replacement(file.line(error.position().line()))
            .map(it -> "This looks like Python 2. The server runs Python 3: write " + it + ".")
            .orElse(
                "This is what Python itself says of the file; the rest of it was not looked at.");
    return syntaxError(file, error.position(), String.valueOf(error.getMessage()), advice);
  }

  private static Diagnostic tooDeeplyNested(SourceFile file) {
    return syntaxError(
        file,
        Position.START,
        "too deeply nested",
        "Python itself refuses such a file. Split its longest expression into several.");
  }

  private static Diagnostic syntaxError(
      SourceFile file, Position position, String message, String advice) {
    return new Diagnostic(
        file,
        position,
        Severity.ERROR,
        Diagnostic.SYNTAX_ERROR,
        "syntax error: " + message,
        advice);
  }
}
