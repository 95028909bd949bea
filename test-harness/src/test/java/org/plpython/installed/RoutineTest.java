package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;

/** Every kind of routine that PostgreSQL can hold. */
@ServerTest
class RoutineTest {
  private static final String IMPORTS =
      """
      from dataclasses import dataclass
      from datetime import date, datetime, timezone
      from decimal import Decimal
      from typing import Annotated, Iterator, NamedTuple
      from plpython import plaggregate, plfunction, plprocedure, plpy, pltype
      """;

  private final Installed database;

  RoutineTest(Connection connection) {
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  private void install(String text) {
    database.install(IMPORTS + text);
  }

  @Test
  void transaction_ends_when_a_procedure_commits() throws SQLException {
    database.execute("CREATE TABLE log (n int)");
    install(
        """
        @plprocedure
        def fill(n: int) -> None:
            for i in range(n):
                plpy.execute(f"INSERT INTO log VALUES ({i})")
                plpy.commit() if i % 2 == 0 else plpy.rollback()
        """);
    database.execute("CALL fill(5)");
    assertThat(database.query("SELECT n FROM log ORDER BY n")).containsExactly("0", "2", "4");
  }

  @Test
  void outputs_are_columns_when_returns_names_them() throws SQLException {
    install(
        """
        class Parts(NamedTuple):
            whole: int
            day: date

        @plfunction(returns={"total": "bigint", "doc": "jsonb"})
        def pair(a: int) -> tuple:
            return a + 1, {"a": a}

        @plfunction(returns={"total": "bigint", "doc": "jsonb"})
        def named(a: int) -> dict:
            return {"doc": [a], "total": a}

        @plfunction(returns={"whole": "bigint", "day": "date"})
        def parts(a: int) -> Parts:
            return Parts(a * 2, date(2024, 1, a))

        @plfunction(returns={"only": "jsonb"})
        def single(a: int) -> object:
            return [a]

        @plprocedure(returns={"a": "integer", "b": "text"})
        def two(a: int) -> tuple:
            return a + 1, "b"

        @plprocedure(returns={"a": "integer"})
        def one(a: int) -> int:
            return a + 1

        @plfunction(returns={"n": "integer", "doc": "jsonb"})
        def rows(up_to: int) -> Iterator[tuple]:
            for i in range(up_to):
                yield i, {"i": i}
        """);
    assertThat(database.value("SELECT total || ' ' || doc FROM pair(1)")).isEqualTo("2 {\"a\": 1}");
    assertThat(database.value("SELECT total || ' ' || doc FROM named(1)")).isEqualTo("1 [1]");
    assertThat(database.value("SELECT whole || ' ' || day FROM parts(3)"))
        .isEqualTo("6 2024-01-03");
    assertThat(database.value("SELECT single(1)")).isEqualTo("[1]");
    assertThat(database.value("CALL two(1, NULL)")).isEqualTo("2");
    assertThat(database.value("CALL one(1)")).isEqualTo("2");
    assertThat(database.query("SELECT n || ' ' || doc FROM rows(2)"))
        .containsExactly("0 {\"i\": 0}", "1 {\"i\": 1}");
  }

  @Test
  void outputs_are_counted_when_python_returns_another_number_of_them() throws SQLException {
    install(
        """
        @plfunction(returns={"a": "integer", "b": "numeric"})
        def truths() -> tuple:
            return True, False

        @plfunction(returns={"a": "integer", "b": "text"})
        def three() -> tuple:
            return 1, "2", 3
        """);
    assertThat(database.value("SELECT a || ' ' || b FROM truths()")).isEqualTo("1 0");
    assertThatThrownBy(() -> database.query("SELECT * FROM three()"))
        .hasMessageContaining("the outputs are a, b, but the function returned (1, '2', 3)");
  }

  @Test
  void sets_are_rows_when_results_are_iterators() throws SQLException {
    database.execute("CREATE TYPE pt AS (x integer, d date)");
    install(
        """
        @dataclass
        class Item:
            n: int
            day: date | None

        @pltype("pt")
        @dataclass
        class Point:
            x: int
            d: date

        @plfunction(rows=3)
        def numbers(n: int) -> Iterator[int]:
            yield from range(n)

        @plfunction
        def listed(n: int) -> Iterator[date]:
            return [date(2024, 1, i + 1) for i in range(n)]

        @plfunction
        def items(up_to: int) -> Iterator[Item]:
            for i in range(up_to):
                yield Item(i, date(2024, 1, i) if i else None)

        @plfunction
        def points() -> Iterator[Point]:
            yield Point(1, date(2024, 1, 1))

        @plfunction
        def dicts() -> Iterator[dict]:
            yield {"a": 1}
            yield None
        """);
    assertThat(database.query("SELECT numbers(3)")).containsExactly("0", "1", "2");
    assertThat(database.query("SELECT listed(2)")).containsExactly("2024-01-01", "2024-01-02");
    assertThat(database.query("SELECT n || ' ' || coalesce(day::text, '-') FROM items(2)"))
        .containsExactly("0 -", "1 2024-01-01");
    assertThat(database.query("SELECT d FROM points()")).containsExactly("2024-01-01");
    assertThat(database.query("SELECT dicts()")).containsExactly("{\"a\": 1}", null);
    assertThat(database.value("SELECT prorows FROM pg_proc WHERE proname = 'numbers'"))
        .isEqualTo("3");
  }

  @Test
  void rest_is_a_tuple_when_parameters_are_variadic() throws SQLException {
    install(
        """
        @plfunction
        def joined(sep: str, *parts: str) -> str:
            assert type(parts) is tuple
            return sep.join(parts)

        @plfunction
        def days(*dates: date) -> int:
            return sum(d.day for d in dates)
        """);
    assertThat(database.value("SELECT joined('-', 'a', 'b')")).isEqualTo("a-b");
    assertThat(database.value("SELECT joined('-')")).isEmpty();
    assertThat(database.value("SELECT joined('-', VARIADIC ARRAY['x', 'y'])")).isEqualTo("x-y");
    assertThat(database.value("SELECT days('2024-01-02', '2024-01-03')")).isEqualTo("5");
    assertThat(database.value("SELECT days()")).isEqualTo("0");
  }

  @Test
  void defaults_are_pythons_when_sql_leaves_arguments_out() throws SQLException {
    install(
        """
        BASE = {"rate": Decimal("0.5")}

        def stamp():
            return "now"

        @plfunction
        def f(a: int, b: Decimal = Decimal("0.19"), c: int = 24 * 60, d: list[int] = [],
              e: Decimal = BASE["rate"], *, g: str = stamp(), h: float = -0.0,
              i: date = date(2024, 1, 2)) -> str:
            return f"{a} {b} {c} {d} {e} {g} {h} {i}"

        @plfunction
        def at(m: Annotated[datetime, "timestamptz DEFAULT now()"]) -> bool:
            return (datetime.now(timezone.utc) - m).total_seconds() < 60
        """);
    assertThat(database.value("SELECT f(1)")).isEqualTo("1 0.19 1440 [] 0.5 now -0.0 2024-01-02");
    assertThat(database.value("SELECT f(1, 2, 3, '{4}', g => 'x', i => '2024-05-06')"))
        .isEqualTo("1 2 3 [4] 0.5 x -0.0 2024-05-06");
    assertThat(database.value("SELECT at()")).isEqualTo("t");
  }

  @Test
  void attributes_are_in_the_catalog_when_they_are_declared() throws SQLException {
    database.execute(
        "DO $$ BEGIN CREATE ROLE app; CREATE ROLE keeper; EXCEPTION WHEN duplicate_object THEN"
            + " NULL; END $$",
        "GRANT ALL ON SCHEMA public TO keeper");
    install(
        """
        @plfunction(volatility="stable", strict=True, leakproof=True, parallel="restricted",
                    security="definer", cost=7, set={"search_path": "pg_catalog, public",
                    "work_mem": "1MB", "plpython.note": "it's", "enable_seqscan": False},
                    owner="keeper", grant={"app": "execute"}, comment="Said.")
        def f(a: int) -> str:
            "Not said."
            return plpy.execute("SELECT current_setting('search_path') AS path")[0]["path"]

        @plprocedure(security="definer", set={"search_path": ["public"]}, owner="keeper")
        def p() -> None:
            "A procedure."
        """);
    assertThat(
            database.value(
                "SELECT concat_ws(' ', provolatile, proisstrict, proleakproof, proparallel,"
                    + " prosecdef, procost, proowner::regrole, proconfig, proacl,"
                    + " obj_description(oid)) FROM pg_proc WHERE proname = 'f'"))
        .isEqualTo(
            "s t t r t 7 keeper {enable_seqscan=off,plpython.note=it's,\"search_path=pg_catalog,"
                + " public\",work_mem=1MB} {keeper=X/keeper,app=X/keeper} Said.");
    assertThat(database.value("SELECT f(1)")).isEqualTo("pg_catalog, public");
    assertThat(
            database.value(
                "SELECT concat_ws(' ', prokind, prosecdef, proconfig, proowner::regrole,"
                    + " obj_description(oid)) FROM pg_proc WHERE proname = 'p'"))
        .isEqualTo("p t {search_path=public} keeper A procedure.");
  }

  @Test
  void aggregate_computes_when_it_is_declared_over_functions() throws SQLException {
    install(
        """
        def average(state: list[float]) -> float:
            return state[1] / state[0] if state[0] else None

        @plaggregate(name="mean", initial="{0,0}", final="finish", combine="merge", parallel="safe",
                     comment="The mean.")
        @plfunction(parallel="safe")
        def step(state: list[float], value: float | None) -> list[float]:
            return state if value is None else [state[0] + 1, state[1] + value]

        @plfunction(parallel="safe")
        def finish(state: list[float]) -> float | None:
            return average(state)

        @plfunction(parallel="safe")
        def merge(a: list[float], b: list[float]) -> list[float]:
            return [x + y for x, y in zip(a, b)]
        """);
    assertThat(database.value("SELECT mean(v) FROM unnest(ARRAY[1, 2, NULL, 6]) AS v"))
        .isEqualTo("3");
    assertThat(database.value("SELECT obj_description('mean(float8)'::regprocedure)"))
        .isEqualTo("The mean.");
    assertThat(
            database.value(
                "SELECT aggcombinefn::text || proparallel::text FROM pg_aggregate JOIN pg_proc"
                    + " ON aggfnoid = pg_proc.oid WHERE proname = 'mean'"))
        .isEqualTo("merges");
  }

  @Test
  void overloads_are_told_apart_when_functions_have_one_name() throws SQLException {
    install(
        """
        @plfunction(name="Select")
        def of_int(a: int) -> str:
            return "int"

        @plfunction(name="Select")
        def of_text(a: str) -> str:
            return "text"
        """);
    assertThat(database.value("SELECT \"Select\"(1) || ' ' || \"Select\"('1'::text)"))
        .isEqualTo("int text");
  }

  @Test
  void traceback_shows_the_authors_frame_when_a_generator_fails() throws SQLException {
    install(
        """
        @plfunction
        def fails() -> Iterator[int]:
            yield 1
            raise ValueError("late")
        """);
    assertThatThrownBy(() -> database.query("SELECT fails()"))
        .hasMessageContaining("late")
        .hasMessageContaining("in fails");
  }

  @Test
  void transforms_convert_when_they_are_named() throws SQLException {
    database.execute("CREATE EXTENSION jsonb_plpython3u");
    install(
        """
        @plfunction(transforms=["jsonb"])
        def doubled(d: dict) -> dict:
            assert type(d["a"]) is Decimal
            return {"a": d["a"] * 2}
        """);
    assertThat(database.value("SELECT doubled('{\"a\": 1.5}')")).isEqualTo("{\"a\": 3.0}");
    database.execute("DROP EXTENSION jsonb_plpython3u CASCADE");
  }
}
