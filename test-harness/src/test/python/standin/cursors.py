"""Cursors."""

from typing import List

from plpython import plfunction, plpy

QUERY = "SELECT i FROM generate_series(1, 5) AS i"


@plfunction
def fetched(counts: List[int]) -> str:
    cursor = plpy.cursor(QUERY)
    return "\n".join([type(cursor).__name__, *(str(cursor.fetch(count)) for count in counts)])


@plfunction
def mixed() -> str:
    cursor = plpy.cursor(QUERY)
    told = [next(cursor), str(cursor.fetch(2)), iter(cursor) is cursor]
    told += [[row["i"] for row in cursor], [row["i"] for row in cursor], next(cursor, "end")]
    told += [cursor.close(), cursor.close()]
    return repr(told)


@plfunction
def of_plan(least: int) -> str:
    plan = plpy.prepare("SELECT i FROM generate_series($1, 3) AS i", ["int"])
    return repr([list(plan.cursor([least])), list(plpy.cursor(plan, (least,)))])


@plfunction
def changed() -> str:
    rows = plpy.cursor(QUERY).fetch(2)
    rows[0]["i"] = "changed"
    return f"{rows} {rows.nrows()} {rows.status()}"


@plfunction
def tried(code: str) -> str:
    """What becomes of an expression about a cursor."""
    cursor = plpy.cursor(QUERY)
    closed = plpy.cursor(QUERY)
    closed.close()
    try:
        return repr(eval(code, {"cursor": cursor, "closed": closed}))
    except Exception as error:
        spidata = getattr(error, "spidata", None)
        return f"{type(error).__module__}.{type(error).__name__}: {error} {spidata}"


@plfunction
def opened(query: str) -> str:
    """The rows of a query, or why there are none to be read."""
    try:
        return repr([*plpy.cursor(query)])
    except plpy.SPIError as error:
        return f"{type(error).__name__} {error.sqlstate}: {error} {error.spidata}"


@plfunction
def planned(query: str) -> str:
    try:
        return repr([*plpy.prepare(query).cursor()])
    except plpy.SPIError as error:
        return f"{type(error).__name__} {error.sqlstate}: {error} {error.spidata}"


if __name__ == "__main__":
    from standin import call, setup

    setup("CREATE TABLE written (id int PRIMARY KEY)")

    def numbers(db):
        db.on(QUERY).returns(*[{"i": i} for i in range(1, 6)])

    for counts in ([2, 2, 2, 2], [10], [5, 1], []):
        call(fetched, counts, answers=numbers)
    call(mixed, answers=numbers)
    call(changed, answers=numbers)
    call(
        of_plan,
        2,
        answers=lambda db: db.on("SELECT i FROM generate_series($1, 3) AS i", [2]).returns(
            {"i": 2}, {"i": 3}
        ),
    )
    for code in (
        "closed.fetch(1)",
        "next(closed)",
        "list(closed)",
        "cursor.fetch('1')",
        "cursor.fetch(None)",
        "cursor.fetch(True)[0]",
        "cursor.fetch(1).colnames()",
        "cursor.fetch(1).coltypes()",
        "cursor.fetch(1).coltypmods()",
        "[n for n in dir(cursor) if n[0] != '_']",
    ):
        call(tried, code, answers=numbers)
    for query, answer in {
        "SELECT 1 AS a": lambda a: a.returns({"a": 1}),
        "SELECT 1 AS a WHERE false": lambda a: a.returns(),
        "INSERT INTO written VALUES (1) RETURNING id": lambda a: a.returns({"id": 1}),
        "SHOW standard_conforming_strings": lambda a: a.returns(
            {"standard_conforming_strings": "on"}
        ),
        "INSERT INTO written VALUES (2)": lambda a: a.affects(1),
        "WITH x AS (SELECT 1 AS a) INSERT INTO written SELECT a FROM x": lambda a: a.affects(1),
        "UPDATE written SET id = 3": lambda a: a.affects(1),
        "DELETE FROM written WHERE false": lambda a: a.affects(0),
        "MERGE INTO written USING (VALUES (1)) AS s(i) ON id = i"
        " WHEN NOT MATCHED THEN DO NOTHING": lambda a: a.affects(0),
        "SELECT 1; SELECT 2": lambda a: a.returns(),
    }.items():
        call(opened, query, answers=lambda db: answer(db.on(query)), before=["TRUNCATE written"])
        call(planned, query, answers=lambda db: answer(db.on(query)), before=["TRUNCATE written"])
    call(
        opened,
        "SELECT 1 / (i - 1) FROM generate_series(1, 2) AS i",
        answers=lambda db: db.on("SELECT 1 / (i - 1) FROM generate_series(1, 2) AS i").raises(
            plpy.spiexceptions.DivisionByZero, "division by zero"
        ),
    )
