package org.plpython.sql;

import java.util.List;
import java.util.Set;

/**
 * The lines in Python that conversions need, in an order in which each finds what it calls. Their
 * functions convert values that are not None.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are of List.of
enum ConversionText {
  JSON("import json\n"),
  UUID("import uuid\n"),
  DECIMAL("import decimal\n"),
  DATETIME("import datetime, re\n"),
  EACH(
      """
      def each(convert, values):
          return [v if v is None else each(convert, v) if type(v) in (list, tuple)
              else convert(v) for v in values]
      """),
  /** A string is a sequence too, and PL/Python takes it for one; a set is none. */
  ARRAY(
      """
      def array(values):
          if isinstance(values, (str, bytes, dict, set, frozenset)):
              raise TypeError("a list is annotated, but the function returned a "
                  + type(values).__name__)
          return values
      """),
  /** PL/Python hands over what str makes of a number: True, or what its class says. */
  NUMBER(
      """
      def number(value):
          return +value if isinstance(value, int) else value
      """),
  NUMBERS(
      """
      def numbers(values):
          if {*map(type, array(values))} <= {int, float, type(None)}:
              return values
          return each(number, values)
      """,
      EACH,
      ARRAY,
      NUMBER),
  /** PL/Python cuts it there (plpy_util.c, PLyUnicode_Bytes). */
  TEXT(
      """
      def text(value):
          if isinstance(value, str) and "\\0" in value:
              raise ValueError("PostgreSQL has no text with a NUL in it: %r" % value)
          return value
      """),
  WHOLE(
      """
      def whole(value):
          if type(value) is not str and int(value) != value:
              raise ValueError("%s is annotated int, and is no whole number" % value)
          return int(value)
      """),
  /** Python before 3.11 reads six digits of a second only, and zones with minutes. */
  PADDED(
      """
      def padded(text):
          text = re.sub(r"\\.\\d+", lambda part: part[0].ljust(7, "0"), text)
          return re.sub(r":[\\d.]+[+-]\\d\\d$", r"\\g<0>:00", text)
      """,
      DATETIME),
  /** What DateStyle does to a value, the server alone can undo. */
  MOMENT(
      """
      def moment(kind, *types):
          def read(text):
              try:
                  return kind.fromisoformat(text)
              except ValueError:
                  return kind.fromisoformat(padded(exact(text)))
          def exact(text):
              for name in types:
                  row = plpy.execute(plpy.prepare("SELECT pg_catalog.to_json(v) #>> '{}' AS iso,"
                      " v::text = $1 AS same FROM (SELECT $1::%s AS v) AS one" % name, ["text"]),
                      [text])[0]
                  if row["same"] and re.fullmatch(r"\\d{4}-[^ ]+", row["iso"]):
                      return row["iso"]
              raise ValueError("%s %s cannot be a %s in Python%s" % (name, text, kind.__name__,
                  "" if row["same"] else ", or only where DateStyle is ISO"))
          return read
      """,
      PADDED),
  DATE("date = moment(datetime.date, \"date\")\n", MOMENT),
  TIMESTAMP("timestamp = moment(datetime.datetime, \"timestamp\")\n", MOMENT),
  TIMESTAMPTZ("timestamptz = moment(datetime.datetime, \"timestamptz\")\n", MOMENT),
  ANY_TIMESTAMP(
      "any_timestamp = moment(datetime.datetime, \"timestamp\", \"timestamptz\")\n", MOMENT),
  CLOCK(
      """
      def clock(text):
          if text.startswith("24"):
              raise ValueError("time %s cannot be a time in Python" % text)
          return datetime.time.fromisoformat(padded(text))
      """,
      PADDED),
  /** What IntervalStyle does to a value, the server alone can undo. */
  INTERVAL(
      """
      def interval(text):
          parts = re.fullmatch(r"(?:(-?\\d+) days?)? ?(?:([+-]?)(\\d+):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?)?", text)
          if parts is not None:
              days, sign, hours, minutes, seconds, fraction = parts.groups(default="0")
              time = datetime.timedelta(hours=int(hours), minutes=int(minutes),
                  seconds=int(seconds), microseconds=int(fraction.ljust(6, "0")))
              return datetime.timedelta(int(days)) + (-time if sign == "-" else time)
          row = plpy.execute(plpy.prepare("SELECT extract(year FROM v) AS years,"
              " extract(month FROM v) AS months, extract(day FROM v) AS days,"
              " extract(hour FROM v) * 3600 + extract(minute FROM v) * 60 AS seconds,"
              " extract(microseconds FROM v) AS microseconds, v::text = $1 AS same"
              " FROM (SELECT $1::interval AS v) AS one", ["text"]), [text])[0]
          if row["years"] or row["months"] or not row["same"]:
              raise ValueError("interval %s cannot be a timedelta in Python" % text)
          return datetime.timedelta(int(row["days"]), int(row["seconds"]),
              int(row["microseconds"]))
      """,
      DATETIME),
  DURATION(
      """
      def duration(value):
          return "P%dDT%d.%06dS" % (value.days, value.seconds, value.microseconds)
      """),
  /** PostgreSQL would drop the time of day. */
  DAY(
      """
      def day(value):
          if isinstance(value, datetime.datetime):
              raise ValueError("%r is annotated date, and has a time: return its date()" % value)
          return value
      """,
      DATETIME),
  ZONED(
      """
      def zoned(value):
          if getattr(value, "tzinfo", value) is None:
              raise ValueError("%r has no time zone: PostgreSQL would guess it" % value)
          return value
      """),
  NAIVE(
      """
      def naive(value):
          if getattr(value, "tzinfo", None) is not None:
              raise ValueError("%r has a time zone, which PostgreSQL would drop" % value)
          return value
      """),
  ITEMS(
      """
      def items(row, names):
          if isinstance(row, dict):
              return [row[name] for name in names]
          if not isinstance(row, (tuple, list)):
              return [getattr(row, name) for name in names]
          if len(row) != len(names):
              raise ValueError("the outputs are %s, but the function returned %r"
                  % (", ".join(names), row))
          return row
      """);

  private final String text;
  private final List<ConversionText> needed;

  ConversionText(String text, ConversionText... needed) {
    this.text = text;
    this.needed = List.of(needed);
  }

  String text() {
    return text;
  }

  /** Adds it and what it needs. */
  void addTo(Set<ConversionText> all) {
    all.add(this);
    needed.forEach(other -> other.addTo(all));
  }
}
