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
    } else if (node instanceof ExprTy.UnaryOp operation) {
      return ConstantExpression.of(operation.op, read(operation.operand))
          .<Expression>map(value -> new Expression.Literal(position, value))
          .orElse(new Expression.Other(position));
    } else if (node instanceof ExprTy.Subscript subscript) {
      return new Expression.Subscript(position, read(subscript.value), read(subscript.slice));
    } else if (node instanceof ExprTy.Tuple tuple) {
      return new Expression.Sequence(position, readAll(tuple.elements));
    } else if (node instanceof ExprTy.List list) {
      return new Expression.Sequence(position, readAll(list.elements));
    } else if (node instanceof ExprTy.Dict mapping) {
      return new Expression.Mapping(position, entries(mapping));
    } else if (node instanceof ExprTy.BinOp operation) {
      return binary(position, operation);
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

  private static Expression binary(Position position, ExprTy.BinOp operation) {
    Expression left = read(operation.left);
    Expression right = read(operation.right);
    return operation.op == OperatorTy.BitOr
        ? new Expression.Union(position, left, right)
        : ConstantExpression.of(left, operation.op, right)
            .<Expression>map(value -> new Expression.Literal(position, value))
            .orElse(new Expression.Other(position));
  }

  private static List<Expression.Entry> entries(ExprTy.Dict mapping) {
    List<Expression.Entry> entries = new ArrayList<>();
    for (int i = 0; mapping.keys != null && i < mapping.keys.length; i++) {
      if (mapping.keys[i] != null) {
        entries.add(new Expression.Entry(read(mapping.keys[i]), read(mapping.values[i])));
      }
    }
    return entries;
  }
}
