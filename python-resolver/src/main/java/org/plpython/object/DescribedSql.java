package org.plpython.object;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plpython.descriptor.Place;
import org.plpython.source.Diagnostics;

/**
 * What a descriptor says of a parameter, as CREATE FUNCTION takes it.
 *
 * @param defaultValue an expression, as written
 */
record DescribedSql(Mode mode, SqlType type, Optional<String> defaultValue) {
  private static final Pattern MODE =
      Pattern.compile(
          "(IN\\s+OUT|INOUT|IN|OUT|VARIADIC)\\s+(.+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The manual's CREATE FUNCTION, under argmode. */
  enum Mode {
    IN,
    OUT,
    INOUT,
    VARIADIC;

    boolean isInput() {
      return this != OUT;
    }

    boolean isOutput() {
      return this == OUT || this == INOUT;
    }
  }

  /** Reads it; empty if it holds no type, which has been reported. */
  static Optional<DescribedSql> read(String sql, Place place, Diagnostics diagnostics) {
    Matcher matcher = MODE.matcher(sql.strip());
    boolean hasMode = matcher.matches();
    Mode mode =
        hasMode
            ? Mode.valueOf(matcher.group(1).toUpperCase(Locale.ROOT).replaceAll("\\s", ""))
            : Mode.IN;
    AnnotatedSql rest = AnnotatedSql.parse(hasMode ? matcher.group(2) : sql.strip());
    return type(rest.type(), place, diagnostics)
        .map(type -> new DescribedSql(mode, type, rest.defaultValue()));
  }

  /** A type; empty if it is none that PL/Python takes, which has been reported. */
  static Optional<SqlType> type(String sql, Place place, Diagnostics diagnostics) {
    Optional<SqlType> type = SqlType.parse(sql);
    if (type.isEmpty()) {
      place.report(
          diagnostics,
          "'" + sql + "' is no name of an SQL type",
          "Write one type, as CREATE TABLE takes it: numeric(10, 2).");
    } else if (type.get().isPseudoType()) {
      UnknownType problem = UnknownType.pseudoType(type.get());
      place.report(diagnostics, problem.message(), problem.advice());
      return Optional.empty();
    }
    return type;
  }
}
