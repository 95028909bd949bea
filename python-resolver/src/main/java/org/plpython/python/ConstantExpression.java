package org.plpython.python;

import java.math.BigInteger;
import java.util.Optional;
import org.plpython.python.Expression.Literal;
import org.plpython.thirdparty.pegparser.sst.OperatorTy;
import org.plpython.thirdparty.pegparser.sst.UnaryOpTy;

/** Computes what literals make that an operator joins, as Python does. */
final class ConstantExpression {
  private static final int MOST_BITS = 4096;

  private ConstantExpression() {}

  /** The value; empty if it is not known here. */
  static Optional<Object> of(UnaryOpTy operator, Expression operand) {
    if (operand instanceof Literal literal && operator == UnaryOpTy.USub) {
      if (literal.value() instanceof BigInteger number) {
        return Optional.of(number.negate());
      } else if (literal.value() instanceof Double number) {
        return Optional.of(-number);
      }
    }
    return Optional.empty();
  }

  /** The value; empty if it is not known here. */
  static Optional<Object> of(Expression left, OperatorTy operator, Expression right) {
    if (left instanceof Literal a && right instanceof Literal b) {
      if (a.value() instanceof BigInteger x && b.value() instanceof BigInteger y) {
        return ofIntegers(x, operator, y);
      } else if (a.value() instanceof Number x && b.value() instanceof Number y) {
        return ofFloats(x.doubleValue(), operator, y.doubleValue());
      } else if (a.value() instanceof String x && b.value() instanceof String y) {
        return operator == OperatorTy.Add ? Optional.of(x + y) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Object> ofIntegers(BigInteger x, OperatorTy operator, BigInteger y) {
    if (x.bitLength() + y.bitLength() > MOST_BITS) {
      return Optional.empty();
    }
    return switch (operator) {
      case Add -> Optional.of(x.add(y));
      case Sub -> Optional.of(x.subtract(y));
      case Mult -> Optional.of(x.multiply(y));
      default -> Optional.empty();
    };
  }

  private static Optional<Object> ofFloats(double x, OperatorTy operator, double y) {
    return switch (operator) {
      case Add -> Optional.of(x + y);
      case Sub -> Optional.of(x - y);
      case Mult -> Optional.of(x * y);
      default -> Optional.empty();
    };
  }
}
