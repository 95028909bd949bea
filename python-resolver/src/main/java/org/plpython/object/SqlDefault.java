package org.plpython.object;

import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Literal;

/** Defaults of Python parameters as SQL. */
final class SqlDefault {
  private static final int INTEGER_BITS = 31;

  private SqlDefault() {}

  /** The SQL for a literal that a value of the type may be; empty for anything else. */
  static Optional<String> of(Expression expression, ValueType type) {
    if (!(expression instanceof Literal literal)) {
      return Optional.empty();
    }
    Object value = literal.value();
    return value == null || fits(value, type) ? Optional.of(sql(value)) : Optional.empty();
  }

  private static boolean fits(Object value, ValueType type) {
    return switch (type.sql()) {
      case "text" -> value instanceof String text && SqlText.isText(text);
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof BigInteger number && number.bitLength() <= INTEGER_BITS;
      case "double precision" ->
          value instanceof BigInteger
              || (value instanceof Double number && Double.isFinite(number));
      default -> false;
    };
  }

  /** Numbers in quotes, so that a minus sign belongs to them: -0.0 is not -(0.0) in SQL. */
  private static String sql(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    } else if (value instanceof Double) {
      return "'" + value + "'";
    }
    return value instanceof String text ? SqlText.quote(text) : String.valueOf(value);
  }
}
