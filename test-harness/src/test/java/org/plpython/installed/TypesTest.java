package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.harness.ServerTest;

/** Arguments arrive, and results leave, as the annotations say. */
@ServerTest
class TypesTest {
  private static final String IMPORTS =
      """
      from dataclasses import dataclass, field
      from datetime import date, datetime, time, timedelta, timezone
      from decimal import Decimal
      from enum import Enum
      from typing import Annotated, Any, NamedTuple, Optional, TypedDict
      from uuid import UUID
      from plpython import plfunction, pltype
      """;

  private final Installed database;

  TypesTest(Connection connection) {
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    database.execute(
        "DROP SCHEMA public CASCADE",
        "CREATE SCHEMA public",
        "SET DateStyle = ISO",
        "SET IntervalStyle = postgres",
        "SET TimeZone = UTC");
  }

  private void install(String text) {
    database.install(IMPORTS + text);
  }

  /** The driver takes no other DateStyle than ISO, so it is another one within a function only. */
  private List<@Nullable String> queryIn(String dateStyle, String query) throws SQLException {
    database.execute(
        "CREATE OR REPLACE FUNCTION styled() RETURNS SETOF text LANGUAGE sql SET DateStyle = '"
            + dateStyle
            + "' AS $sql$ "
            + query
            + " $sql$");
    return database.query("SELECT styled()");
  }

  @Test
  void moments_arrive_as_objects_when_they_are_annotated() throws SQLException {
    install(
        """
        @plfunction
        def shown(d: date, t: time, m: datetime, p: timedelta) -> list[str]:
            return [repr(d), repr(t), repr(m), repr(p)]
        """);
    assertThat(
            database.query(
                "SELECT unnest(shown('2024-02-29', '23:59:59.5', '2024-02-29 12:00:00.25+02',"
                    + " '-1 day 02:03:04.000005'))"))
        .containsExactly(
            "datetime.date(2024, 2, 29)",
            "datetime.time(23, 59, 59, 500000)",
            "datetime.datetime(2024, 2, 29, 10, 0, 0, 250000, tzinfo=datetime.timezone.utc)",
            "datetime.timedelta(days=-1, seconds=7384, microseconds=5)");
  }

  @ParameterizedTest
  @CsvSource({"ISO", "'Postgres, DMY'", "'SQL, MDY'", "'SQL, DMY'", "German"})
  void moments_keep_their_value_when_date_style_is_another(String style) throws SQLException {
    install(
        """
        @plfunction
        def same(d: date, m: datetime, n: Annotated[datetime, "timestamp"]) -> list[str]:
            return [d.isoformat(), m.isoformat(), n.isoformat()]

        @plfunction
        def back(m: datetime) -> datetime:
            return m
        """);
    for (String zone : new String[] {"UTC", "Europe/Berlin", "America/New_York"}) {
      database.execute("SET TimeZone = '" + zone + "'");
      assertThat(
              queryIn(
                  style,
                  "SELECT unnest(same('2024-03-02'::date, '2024-03-02 11:12:13.000014+00',"
                      + " '2024-03-02 01:02:03'))"))
          .as(zone)
          .satisfies(
              values ->
                  assertThat(OffsetDateTime.parse(String.valueOf(values.get(1))))
                      .isAtSameInstantAs(OffsetDateTime.parse("2024-03-02T11:12:13.000014Z")))
          .satisfies(values -> assertThat(values.get(0)).isEqualTo("2024-03-02"))
          .satisfies(values -> assertThat(values.get(2)).isEqualTo("2024-03-02T01:02:03"));
      assertThat(
              queryIn(
                  style,
                  "SELECT (back(m) = m)::text FROM (SELECT timestamptz '1999-12-31 23:59:59.9+00')"
                      + " AS v(m)"))
          .containsExactly("true");
    }
  }

  @Test
  void zone_is_never_guessed_when_its_abbreviation_means_another_one() throws SQLException {
    install(
        """
        @plfunction
        def seconds(m: datetime) -> float:
            return m.timestamp()
        """);
    database.execute("SET TimeZone = 'Asia/Kolkata'");
    String call = "SELECT seconds(timestamptz '2024-01-01 00:00:00+00')::text";
    try {
      assertThat(queryIn("SQL, DMY", call)).containsExactly("1704067200");
    } catch (SQLException refused) {
      assertThat((Throwable) refused).hasMessageContaining("cannot be a datetime in Python");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "postgres_verbose", "sql_standard", "iso_8601"})
  void intervals_keep_their_value_when_interval_style_is_another(String style) throws SQLException {
    install(
        """
        @plfunction
        def parts(p: timedelta) -> str:
            return f"{p.days} {p.seconds} {p.microseconds}"

        @plfunction
        def back(p: timedelta) -> timedelta:
            return p
        """);
    database.execute("SET IntervalStyle = '" + style + "'");
    assertThat(
            database.query(
                "SELECT parts(p::interval) FROM unnest(ARRAY['0', '1 day', '-1 day', '-2 days +3"
                    + " hours', '25:00:00', '-00:00:00.000001', '3 days 04:05:06.789']) AS p"))
        .containsExactly(
            "0 0 0",
            "1 0 0",
            "-1 0 0",
            "-2 10800 0",
            "1 3600 0",
            "-1 86399 999999",
            "3 14706 789000");
    assertThat(
            database.query(
                "SELECT back(p::interval) = p::interval FROM unnest(ARRAY['0', '-1 day', '-2 days"
                    + " +3 hours', '-00:00:00.000001', '3 days 04:05:06.789']) AS p"))
        .containsOnly("t");
  }

  @ParameterizedTest
  @CsvSource({
    "a(date), 'infinity'::date, date infinity cannot be a date in Python",
    "a(date), '0044-03-15 BC'::date, date 0044-03-15 BC cannot be a date in Python",
    "b(datetime), '-infinity'::timestamptz, timestamptz -infinity cannot be a datetime in Python",
    "c(time), '24:00'::time, time 24:00:00 cannot be a time in Python",
    "d(timedelta), '1 month'::interval, interval 1 mon cannot be a timedelta in Python"
  })
  void error_says_so_when_python_has_no_such_value(String function, String value, String message) {
    String name = function.substring(0, 1);
    String type = function.substring(2, function.length() - 1);
    install(
        """
        @plfunction
        def %s(v: %s) -> str:
            return str(v)
        """
            .formatted(name, type));
    assertThatThrownBy(() -> database.value("SELECT " + name + "(" + value + ")"))
        .hasMessageContaining(message);
  }

  @Test
  void zone_is_asked_for_when_a_result_has_none_or_one_too_many() throws SQLException {
    install(
        """
        @plfunction
        def naive() -> datetime:
            return datetime(2024, 1, 2)

        @plfunction
        def aware() -> Annotated[datetime, "timestamp"]:
            return datetime(2024, 1, 2, tzinfo=timezone.utc)

        @plfunction
        def zoned() -> Annotated[time, "timetz"]:
            return time(1, 2, tzinfo=timezone(timedelta(hours=5, minutes=30)))

        @plfunction
        def first() -> date:
            return date(44, 3, 15)
        """);
    assertThatThrownBy(() -> database.value("SELECT naive()")).hasMessageContaining("no time zone");
    assertThatThrownBy(() -> database.value("SELECT aware()"))
        .hasMessageContaining("which PostgreSQL would drop");
    assertThat(database.value("SELECT zoned()")).isEqualTo("01:02:00+05:30");
    assertThat(database.value("SELECT first()")).isEqualTo("0044-03-15");
  }

  @Test
  void composites_and_enums_are_objects_when_classes_stand_for_them() throws SQLException {
    database.execute(
        "CREATE TYPE colour AS ENUM ('red', 'light green')",
        "CREATE SCHEMA IF NOT EXISTS shop",
        "DROP TYPE IF EXISTS shop.pt",
        "CREATE TYPE shop.pt AS (x double precision, at timestamptz)",
        "CREATE TYPE entry AS (a shop.pt, colours colour[], note jsonb)");
    install(
        """
        class Colour(Enum):
            RED = "red"
            GREEN = "light green"

        @pltype("shop.pt")
        class Point(NamedTuple):
            x: float
            at: Optional[datetime] = None

        @dataclass
        class Entry:
            a: Point
            colours: list[Colour] = field(default_factory=list)
            note: Optional[dict] = None

        @plfunction
        def turned(line: Entry, colour: Colour) -> Entry:
            assert isinstance(line, Entry) and type(line.a) is Point and line.a.at.tzinfo
            assert colour is Colour.GREEN and line.colours == [Colour.RED, None]
            return Entry(Point(-line.a.x, line.a.at + timedelta(days=1)), [colour], {"was": line.note})

        @plfunction
        def points(many: list[Point]) -> list[Point]:
            assert all(type(p) is Point for p in many)
            return [Point(p.x + 1, p.at) for p in many]

        @plfunction
        def nothing(line: Optional[Entry]) -> Optional[Colour]:
            return line
        """);
    assertThat(
            database.value(
                "SELECT turned(ROW(ROW(1.5, '2024-01-02 03:04:05+00'), '{red,NULL}', '[1]')::entry,"
                    + " 'light green')"))
        .isEqualTo(
            "(\"(-1.5,\"\"2024-01-03 03:04:05+00\"\")\",\"{\"\"light green\"\"}\",\"{\"\"was\"\": [1]}\")");
    assertThat(
            database.value(
                "SELECT points(ARRAY[ROW(1, NULL), ROW(2, '2024-01-01 00:00+00')]::shop.pt[])"))
        .isEqualTo("{\"(2,)\",\"(3,\\\"2024-01-01 00:00:00+00\\\")\"}");
    assertThat(database.value("SELECT nothing(NULL) IS NULL")).isEqualTo("t");
  }

  @Test
  void any_sql_type_is_possible_when_it_is_annotated() throws SQLException {
    database.execute("CREATE DOMAIN positive AS integer CHECK (VALUE > 0)");
    install(
        """
        Price = Annotated[Decimal, "numeric(10, 2)"]

        @plfunction
        def big(a: Annotated[int, "bigint"]) -> Annotated[int, "bigint"]:
            return a + 1

        @plfunction
        def whole(a: Annotated[int, "numeric"]) -> str:
            return repr(a)

        @plfunction
        def ratio(a: Annotated[float, "numeric"], b: Annotated[Decimal, "float8"]) -> str:
            return repr(a) + " " + repr(b)

        @plfunction
        def price(a: Price) -> Price:
            return a * 2

        @plfunction
        def at_least(a: Annotated[int, "positive"]) -> Annotated[int, "positive"]:
            return a - 1

        @plfunction
        def inside(r: Annotated[str, "int4range"]) -> Annotated[str, "int4range"]:
            return r.replace("1", "0")

        @plfunction
        def anything(a: Annotated[Any, "jsonb"], b: Annotated[list, "json"]) -> Annotated[Any, "jsonb"]:
            return [a, b]

        @plfunction
        def texts(a: list[list[Annotated[str, "varchar(3)"]]]) -> list[list[date]]:
            return [[date(2024, 1, len(s)) for s in row] for row in a]
        """);
    assertThat(database.value("SELECT big(2147483648)")).isEqualTo("2147483649");
    assertThat(database.value("SELECT whole(12345678901234567890)"))
        .isEqualTo("12345678901234567890");
    assertThatThrownBy(() -> database.value("SELECT whole(1.5)"))
        .hasMessageContaining("1.5 is annotated int, and is no whole number");
    assertThat(database.value("SELECT ratio(1.5, 0.1)")).isEqualTo("1.5 Decimal('0.1')");
    assertThat(database.value("SELECT price(1.25)")).isEqualTo("2.50");
    assertThat(database.value("SELECT at_least(2)")).isEqualTo("1");
    assertThatThrownBy(() -> database.value("SELECT at_least(1)"))
        .hasMessageContaining("violates check constraint");
    assertThat(database.value("SELECT inside('[1,5)')")).isEqualTo("[0,5)");
    assertThat(database.value("SELECT anything('1.5', '[1, {\"a\": null}]')"))
        .isEqualTo("[1.5, [1, {\"a\": null}]]");
    assertThat(database.value("SELECT texts('{{a,bb},{ccc,d}}')"))
        .isEqualTo("{{2024-01-01,2024-01-02},{2024-01-03,2024-01-01}}");
  }

  @Test
  void results_are_what_python_says_when_postgresql_would_take_another() throws SQLException {
    install(
        """
        @plfunction
        def truth() -> int:
            return True

        @plfunction
        def truths() -> list[int]:
            return [True, 2, None, False]

        @plfunction
        def share() -> float:
            return False

        @plfunction
        def letters() -> list[str]:
            return "hello"

        @plfunction
        def members() -> list[str]:
            return {"a"}
        """);
    assertThat(database.value("SELECT truth()")).isEqualTo("1");
    assertThat(database.value("SELECT truths()")).isEqualTo("{1,2,NULL,0}");
    assertThat(database.value("SELECT share()")).isEqualTo("0");
    assertThatThrownBy(() -> database.value("SELECT letters()"))
        .hasMessageContaining("a list is annotated, but the function returned a str");
    assertThatThrownBy(() -> database.value("SELECT members()"))
        .hasMessageContaining("a list is annotated, but the function returned a set");
  }

  @Test
  void error_says_so_when_a_class_lacks_a_column_or_has_one_too_many() throws SQLException {
    database.execute("CREATE TYPE wide AS (a int, b int)", "CREATE TYPE thin AS (a int)");
    install(
        """
        @dataclass
        class Wide:
            a: int

        @dataclass
        class Thin:
            a: int
            c: int = 5

        @plfunction
        def lacking(v: Wide) -> Wide:
            return v

        @plfunction
        def reading(v: Wide) -> int:
            return v.a

        @plfunction
        def spare() -> Thin:
            return Thin(1)
        """);
    assertThatThrownBy(() -> database.value("SELECT lacking(ROW(1, 2)::wide)"))
        .hasMessageContaining("key \"b\" not found in mapping");
    assertThat(database.value("SELECT reading(ROW(1, 2)::wide)")).isEqualTo("1");
    assertThat(database.value("SELECT spare()")).isEqualTo("(1)");
  }

  /** The limits that docs/types.md lists. */
  @Test
  void values_are_postgresqls_own_when_it_keeps_no_others() throws SQLException {
    install(
        """
        @plfunction
        def shown(v: dict) -> str:
            return repr(v)

        @plfunction
        def in_order(v: Annotated[dict, "json"]) -> str:
            return repr(v)

        @plfunction
        def plain(v: Decimal) -> str:
            return repr(v)

        @plfunction
        def hundred() -> Decimal:
            return Decimal("1E+2")

        @plfunction
        def nested() -> list[list[int]]:
            return [[], []]

        @plfunction
        def empty(v: list[list[int]]) -> str:
            return repr(v)

        @plfunction
        def sure() -> bool:
            return "false"

        @plfunction
        def number() -> str:
            return 1.50
        """);
    assertThat(database.value("SELECT shown('{\"bb\": 1e16, \"a\": -0.0, \"c\": 1.0}')"))
        .isEqualTo("{'a': 0.0, 'c': 1.0, 'bb': 10000000000000000}");
    assertThat(database.value("SELECT in_order('{\"bb\": 1e16, \"a\": -0.0}')"))
        .isEqualTo("{'bb': 1e+16, 'a': -0.0}");
    assertThat(database.value("SELECT plain(hundred())")).isEqualTo("Decimal('100')");
    assertThat(database.value("SELECT plain('-0.00')")).isEqualTo("Decimal('0.00')");
    assertThat(database.value("SELECT empty(nested())")).isEqualTo("[]");
    assertThat(database.value("SELECT sure()")).isEqualTo("t");
    assertThat(database.value("SELECT number()")).isEqualTo("1.5");
  }

  @Test
  void names_do_not_collide_when_parameters_have_the_converters_names() throws SQLException {
    install(
        """
        @plfunction
        def names(json: dict, date: date, each: list[date], entry: int, row: UUID, v: list[UUID],
                  result: timedelta, items: datetime, read_x: int, class_x: int) -> dict:
            return {"n": len(json) + date.day + len(each) + entry + len(v) + result.days + items.day}
        """);
    assertThat(
            database.value(
                "SELECT names('{}', '2024-01-02', '{2024-01-01}', 3,"
                    + " '00000000-0000-0000-0000-000000000000',"
                    + " '{00000000-0000-0000-0000-000000000000}', '1 day', '2024-01-05 00:00+00', 1,"
                    + " 1)"))
        .isEqualTo("{\"n\": 13}");
  }
}
