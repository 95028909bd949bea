package org.plpython.object;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.object.Conversion.Scalar;

/** The Python types that a type of PostgreSQL stands for without the author saying which. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are of List.of
enum PythonKind {
  INT("integer", "int"),
  FLOAT("double precision", "float"),
  BOOL("boolean", "bool"),
  STR("text", "str"),
  BYTES("bytea", "bytes"),
  DECIMAL("numeric", "decimal.Decimal"),
  UUID("uuid", "uuid.UUID"),
  DATE("date", "datetime.date"),
  TIME("time without time zone", "datetime.time"),
  DATETIME("timestamp with time zone", "datetime.datetime"),
  TIMEDELTA("interval", "datetime.timedelta"),
  DICT(
      "jsonb",
      "dict",
      "typing.Dict",
      "typing.Mapping",
      "collections.abc.Mapping",
      "typing.MutableMapping",
      "collections.abc.MutableMapping");

  /** What PL/Python makes of a type by itself, where it is not text; the manual's 44.2.1. */
  private static final Map<String, PythonKind> NATIVE =
      Map.ofEntries(
          Map.entry("boolean", BOOL),
          Map.entry("smallint", INT),
          Map.entry("integer", INT),
          Map.entry("bigint", INT),
          Map.entry("oid", INT),
          Map.entry("real", FLOAT),
          Map.entry("double precision", FLOAT),
          Map.entry("numeric", DECIMAL),
          Map.entry("bytea", BYTES));

  private final String sql;
  private final List<String> names;

  PythonKind(String sql, String... names) {
    this.sql = sql;
    this.names = List.of(names);
  }

  /** The kind of that qualified name. */
  static Optional<PythonKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.names.contains(name)).findFirst();
  }

  /** What PL/Python makes of the type by itself, where that is a number. */
  static boolean isNumber(SqlType type) {
    PythonKind kind = NATIVE.get(type.name());
    return kind == INT || kind == FLOAT || kind == DECIMAL;
  }

  /** How settings and messages name it: {@code Decimal}. */
  String simpleName() {
    return names.get(0).replaceFirst(".*\\.", "");
  }

  /** The type that stands for it unless somebody says otherwise. */
  SqlType defaultType() {
    return SqlType.parse(sql).orElseThrow();
  }

  /** What converts values of the SQL type, which is no array; empty if nothing does. */
  Optional<Conversion> conversion(SqlType type) {
    Optional<PythonKind> shown = Optional.ofNullable(NATIVE.get(type.name()));
    boolean isText = shown.isEmpty();
    return switch (this) {
      case INT -> number(shown, Scalar.INT);
      case FLOAT -> number(shown, Scalar.FLOAT);
      case DECIMAL -> number(shown, Scalar.DECIMAL);
      case BOOL, BYTES -> of(Scalar.NONE, isShown(shown) || isUnknown(type));
      case STR -> of(Scalar.TEXT, isText);
      case UUID -> of(Scalar.UUID, isText);
      case DATE -> of(Scalar.DATE, isText);
      case TIME ->
          of(
              type.name().equals("time with time zone") ? Scalar.TIME_WITH_ZONE : Scalar.TIME,
              isText);
      case DATETIME ->
          of(
              type.name().equals("timestamp without time zone")
                  ? Scalar.TIMESTAMP
                  : Scalar.TIMESTAMP_WITH_ZONE,
              isText);
      case TIMEDELTA -> of(Scalar.INTERVAL, isText);
      case DICT -> of(Scalar.JSON, isText);
    };
  }

  private boolean isShown(Optional<PythonKind> shown) {
    return shown.equals(Optional.of(this));
  }

  private Optional<Conversion> number(Optional<PythonKind> shown, Scalar ofAnything) {
    return isShown(shown)
        ? Optional.of(Scalar.NUMBER)
        : of(ofAnything, shown.filter(kind -> kind == BOOL || kind == BYTES).isEmpty());
  }

  /** A domain may be of any type; those that the manual lists are what they are. */
  private static boolean isUnknown(SqlType type) {
    return !NATIVE.containsKey(type.name()) && !TEXT.contains(type.name());
  }

  private static final List<String> TEXT =
      List.of("text", "character varying", "character", "json", "jsonb", "uuid", "date");

  private static Optional<Conversion> of(Conversion conversion, boolean fits) {
    return fits ? Optional.of(conversion) : Optional.empty();
  }
}
