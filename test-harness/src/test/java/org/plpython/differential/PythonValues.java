package org.plpython.differential;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;

/**
 * Generates values of a type that Python and PostgreSQL both have, as expressions in Python.
 *
 * @param annotation of the type
 * @param shown an expression for what makes {@code v} a text: {@code repr(v)}, unless values are
 *     the same in another form
 */
record PythonValues(String name, String annotation, String shown, Arbitrary<String> expressions) {
  private static final int LAST_DAY = 3_652_059;
  private static final int ZONE = 15 * 3600 + 59 * 60 + 59;

  static final List<PythonValues> ALL =
      List.of(
          of("int", "int", Arbitraries.integers().map(String::valueOf)),
          of("bigint", "Annotated[int, 'bigint']", Arbitraries.longs().map(String::valueOf)),
          of("smallint", "Annotated[int, 'smallint']", Arbitraries.shorts().map(String::valueOf)),
          of("whole", "Annotated[int, 'numeric']", big(300).map(String::valueOf)),
          of("float", "float", floats()),
          of("bool", "bool", Arbitraries.of("True", "False")),
          new PythonValues("str", "str", "ascii(v)", texts()),
          new PythonValues(
              "varchar",
              "Annotated[str, 'varchar(40)']",
              "ascii(v)",
              texts(Arbitraries.strings().all(), 20)),
          of("bytes", "bytes", bytes()),
          of("decimal", "Decimal", decimals(60)),
          of("price", "Annotated[Decimal, 'numeric(30, 3)']", decimals(20, 3)),
          of("uuid", "UUID", uuids()),
          of("date", "date", days(1, LAST_DAY)),
          of("time", "time", times("")),
          of("timetz", "Annotated[time, 'timetz']", zoned()),
          of("timestamp", "Annotated[datetime, 'timestamp']", moments("", 1)),
          new PythonValues(
              "timestamptz",
              "datetime",
              "v and repr(v.astimezone(timezone.utc))",
              Arbitraries.integers()
                  .between(-ZONE, ZONE)
                  .flatMap(zone -> moments(", timezone(timedelta(seconds=" + zone + "))", 3))),
          of("interval", "timedelta", spans()),
          new PythonValues("jsonb", "dict", "json.dumps(v, sort_keys=True)", objects(3)));

  private static PythonValues of(String name, String annotation, Arbitrary<String> expressions) {
    return new PythonValues(name, annotation, "repr(v)", expressions);
  }

  private static Arbitrary<BigInteger> big(int digits) {
    BigInteger most = BigInteger.TEN.pow(digits);
    return Arbitraries.bigIntegers().between(most.negate(), most);
  }

  /** Any bits; a NaN is a NaN. */
  private static Arbitrary<String> floats() {
    return Arbitraries.oneOf(
            Arbitraries.doubles(), Arbitraries.longs().map(Double::longBitsToDouble))
        .map(v -> Double.isFinite(v) ? hex(v) : "float('" + v + "')")
        .edgeCases(
            cases -> cases.add("-0.0", "5e-324", "float('nan')", "float('-inf')", "1e16", "1e15"));
  }

  private static String hex(double value) {
    return "float.fromhex('" + Double.toHexString(value) + "')";
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        texts(Arbitraries.strings().all(), 30),
        texts(Arbitraries.strings().ascii(), 30),
        texts(Arbitraries.strings().withChars("{}(),\"'\\ \tNULnul$\n\u00e9\u2028"), 12));
  }

  private static Arbitrary<String> texts(StringArbitrary strings, int length) {
    return strings.ofMaxLength(length).map(PythonValues::text);
  }

  /** A literal in ASCII, without what no text of PostgreSQL holds: NUL and halves of pairs. */
  private static String text(String text) {
    return text.codePoints()
        .filter(c -> c != 0 && Character.getType(c) != Character.SURROGATE)
        .mapToObj(c -> String.format(Locale.ROOT, "\\U%08x", c))
        .collect(Collectors.joining("", "'", "'"));
  }

  private static Arbitrary<String> bytes() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofMaxSize(40)
        .map(b -> "bytes.fromhex('" + HexFormat.of().formatHex(b) + "')");
  }

  private static Arbitrary<String> decimals(int digits) {
    return Arbitraries.integers().between(0, digits).flatMap(scale -> decimals(digits, scale));
  }

  /** Without -0, and without positive exponents: numeric has neither. */
  private static Arbitrary<String> decimals(int digits, int scale) {
    return big(digits)
        .map(n -> "Decimal('" + new BigDecimal(n, scale).toPlainString() + "')")
        .edgeCases(cases -> cases.add("Decimal('NaN')"));
  }

  private static Arbitrary<String> uuids() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofSize(16)
        .map(b -> "UUID('" + HexFormat.of().formatHex(b) + "')");
  }

  private static Arbitrary<String> days(int first, int last) {
    return Arbitraries.integers().between(first, last).map(n -> "date.fromordinal(" + n + ")");
  }

  private static Arbitrary<String> times(String zone) {
    return Arbitraries.longs()
        .between(0, 86_400_000_000L - 1)
        .map(
            n ->
                "time(%d, %d, %d, %d%s)"
                    .formatted(
                        n / 3_600_000_000L,
                        n / 60_000_000 % 60,
                        n / 1_000_000 % 60,
                        n % 1_000_000,
                        zone));
  }

  private static Arbitrary<String> zoned() {
    return Arbitraries.integers()
        .between(-ZONE, ZONE)
        .flatMap(zone -> times(", timezone(timedelta(seconds=" + zone + "))"));
  }

  private static Arbitrary<String> moments(String zone, int first) {
    return Combinators.combine(days(first, LAST_DAY + 1 - first), times(zone))
        .as((day, time) -> "datetime.combine(" + day + ", " + time + ")");
  }

  private static Arbitrary<String> spans() {
    return Combinators.combine(
            Arbitraries.integers().between(-999_999_999, 999_999_999),
            Arbitraries.integers().between(0, 86_399),
            Arbitraries.integers().between(0, 999_999))
        .as("timedelta(%d, %d, %d)"::formatted)
        .edgeCases(cases -> cases.add("timedelta.min", "timedelta.max"));
  }

  /** Numbers as jsonb keeps them: a float beyond 1e15 would come back whole. */
  private static Arbitrary<String> json(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.oneOf(
            texts(Arbitraries.strings().all(), 10),
            big(30).map(String::valueOf),
            Arbitraries.bigDecimals()
                .ofScale(4)
                .between(new BigDecimal(-1e10), new BigDecimal(1e10))
                .filter(n -> n.signum() != 0)
                .map(n -> "float('" + n.toPlainString() + "')"),
            Arbitraries.of("None", "True", "False", "[]", "{}"));
    return depth == 0
        ? leaf
        : Arbitraries.oneOf(
            leaf, objects(depth - 1), json(depth - 1).list().ofMaxSize(3).map(String::valueOf));
  }

  private static Arbitrary<String> objects(int depth) {
    Arbitrary<String> keys = texts(Arbitraries.strings().all(), 6);
    return Combinators.combine(keys, json(depth))
        .as((key, value) -> key + ": " + value)
        .list()
        .ofMaxSize(4)
        .map(items -> "{" + String.join(", ", items) + "}");
  }
}
