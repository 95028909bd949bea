package org.plpython.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plpython.source.Position;
import org.plpython.thirdparty.pegparser.sst.ConstantValue;
import org.plpython.thirdparty.pegparser.sst.ExprTy;
import org.plpython.thirdparty.pegparser.sst.KeywordTy;
import org.plpython.thirdparty.pegparser.sst.OperatorTy;
import org.plpython.thirdparty.pegparser.sst.SSTNode;
import org.plpython.thirdparty.pegparser.sst.UnaryOpTy;

/** Turns the parser's expressions into ours. */
final class ExpressionReader {

  private ExpressionReader() {}

  static Position position(SSTNode node) {
    return new Position(node.getSourceRange().startLine, node.getSourceRange().startColumn + 1);
  }

  static Optional<Expression> readOptional(@Nullable ExprTy node) {
    return Optional.ofNullable(node).map(ExpressionReader::read);
  }

  static Expression read(ExprTy node) {
    Position position = position(node);
    if (node instanceof ExprTy.Name name) {
      return new Expression.Name(position, name.id);
    } else if (node instanceof ExprTy.Attribute attribute) {
      return new Expression.Attribute(position, read(attribute.value), attribute.attr);
    } else if (node instanceof ExprTy.Constant constant) {
      return constant(position, constant.value);
    } else if (node instanceof ExprTy.UnaryOp operation && operation.op == UnaryOpTy.USub) {
      return negative(position, operation.operand);
    } else if (node instanceof ExprTy.Subscript subscript) {
      return new Expression.Subscript(position, read(subscript.value), read(subscript.slice));
    } else if (node instanceof ExprTy.Tuple tuple) {
      return new Expression.Sequence(position, readAll(tuple.elements));
    } else if (node instanceof ExprTy.List list) {
      return new Expression.Sequence(position, readAll(list.elements));
    } else if (node instanceof ExprTy.BinOp operation && operation.op == OperatorTy.BitOr) {
      return new Expression.Union(position, read(operation.left), read(operation.right));
    } else if (node instanceof ExprTy.Call call) {
      return new Expression.Call(
          position, read(call.func), readAll(call.args), keywords(call.keywords));
    }
    return new Expression.Other(position);
  }

  private static List<Expression> readAll(ExprTy @Nullable [] nodes) {
    return nodes == null ? List.of() : Arrays.stream(nodes).map(ExpressionReader::read).toList();
  }

  private static List<Expression.Keyword> keywords(KeywordTy @Nullable [] nodes) {
    List<Expression.Keyword> keywords = new ArrayList<>();
    for (KeywordTy node : nodes == null ? new KeywordTy[0] : nodes) {
      keywords.add(new Expression.Keyword(position(node), node.arg, read(node.value)));
    }
    return keywords;
  }

  private static Expression constant(Position position, ConstantValue value) {
    return switch (value.kind) {
      case NONE -> new Expression.Literal(position, null);
      case BOOLEAN -> new Expression.Literal(position, value.getBoolean());
      case LONG -> new Expression.Literal(position, BigInteger.valueOf(value.getLong()));
      case BIGINTEGER -> new Expression.Literal(position, value.getBigInteger());
      case DOUBLE -> new Expression.Literal(position, value.getDouble());
      case CODEPOINTS -> new Expression.Literal(position, value.getCodePoints().toJavaString());
      default -> new Expression.Other(position);
    };
  }

  private static Expression negative(Position position, ExprTy operand) {
    Expression value = read(operand);
    if (value instanceof Expression.Literal literal) {
      if (literal.value() instanceof BigInteger number) {
        return new Expression.Literal(position, number.negate());
      } else if (literal.value() instanceof Double number) {
        return new Expression.Literal(position, -number);
      }
    }
    return new Expression.Other(position);
  }
}
