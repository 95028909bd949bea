package org.plpython.object;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plpython.object.Conversion.Scalar;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Literal;

/** Defaults of Python parameters as SQL. */
final class SqlDefault {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /** Without the sign. */
  private static final Map<String, Integer> BITS =
      Map.of("smallint", 15, "integer", 31, "bigint", 63);

  private SqlDefault() {}

  /** Whether the value is known without running Python. */
  static boolean isConstant(Expression expression) {
    return expression instanceof Literal || isEmptyList(expression);
  }

  private static boolean isEmptyList(Expression expression) {
    return expression instanceof Expression.Sequence list && list.elements().isEmpty();
  }

  /** The SQL for a constant that a value of the type may be; empty for anything else. */
  static Optional<String> of(Expression expression, ValueType type) {
    if (isEmptyList(expression)) {
      return type.isArray() ? Optional.of("'{}'") : Optional.empty();
    }
    return expression instanceof Literal literal ? ofLiteral(literal, type) : Optional.empty();
  }

  private static Optional<String> ofLiteral(Literal literal, ValueType type) {
    if (literal.value() == null) {
      return Optional.of("NULL");
    } else if (literal.value() instanceof String text) {
      return isText(type) && SqlText.isText(text)
          ? Optional.of(SqlText.quote(text))
          : Optional.empty();
    } else if (literal.value() instanceof Boolean flag) {
      return type.sql().equals("boolean") ? Optional.of(flag.toString()) : Optional.empty();
    }
    return number(literal.value(), type);
  }

  /** {@code Decimal("0.19")}. */
  static Optional<String> ofDecimal(Expression.Call call) {
    return call.arguments().size() == 1
            && call.keywords().isEmpty()
            && call.arguments().get(0) instanceof Literal literal
            && (literal.value() instanceof String || literal.value() instanceof BigInteger)
            && NUMBER.matcher(String.valueOf(literal.value()).strip()).matches()
        ? Optional.of("'" + String.valueOf(literal.value()).strip() + "'")
        : Optional.empty();
  }

  private static boolean isText(ValueType type) {
    return type.conversion() == Scalar.TEXT;
  }

  /** Floats in quotes, so that a minus sign belongs to them: -0.0 is not -(0.0) in SQL. */
  private static Optional<String> number(Object value, ValueType type) {
    if (value instanceof BigInteger number) {
      return isNumber(type) && number.bitLength() <= BITS.getOrDefault(type.sql(), 4096)
          ? Optional.of(BITS.containsKey(type.sql()) ? "" + number : "'" + number + "'")
          : Optional.empty();
    }
    return value instanceof Double number && isFloat(type) && Double.isFinite(number)
        ? Optional.of("'" + number + "'")
        : Optional.empty();
  }

  private static boolean isNumber(ValueType type) {
    return isFloat(type)
        || type.conversion() == Scalar.INT
        || type.conversion() == Scalar.DECIMAL
        || type.sql().equals("numeric")
        || BITS.containsKey(type.sql());
  }

  private static boolean isFloat(ValueType type) {
    return type.conversion() == Scalar.FLOAT
        || (type.conversion() == Scalar.NUMBER
            && !BITS.containsKey(type.sql())
            && !type.sql().equals("numeric"));
  }
}
