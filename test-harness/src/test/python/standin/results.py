"""What queries and plans give."""

from typing import Dict, List

from plpython import plfunction, plpy

QUERY = "SELECT id, title FROM book ORDER BY id"


@plfunction
def whole() -> str:
    rows = plpy.execute(QUERY)
    return repr((str(rows), len(rows), bool(rows), rows.nrows(), rows.status()))


@plfunction
def columns() -> str:
    rows = plpy.execute("SELECT * FROM typed")
    return repr((rows.colnames(), rows.coltypes(), rows.coltypmods()))


@plfunction
def parts() -> str:
    rows = plpy.execute(QUERY)
    return repr(
        (rows[0], rows[-1], rows[:1], rows[::-1], [r["title"] for r in rows], rows[0]["id"])
    )


@plfunction
def tried(code: str) -> str:
    """What becomes of an expression about a result."""
    rows = plpy.execute(QUERY)
    try:
        return repr(eval(code, {"rows": rows}))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


@plfunction
def changed() -> str:
    rows = plpy.execute(QUERY)
    rows[0]["title"] = "changed"
    rows[1] = {"n": 1}
    told = [str(rows)]
    rows[0:1] = []
    told += [str(rows), str(len(rows)), str(rows.nrows()), str(plpy.execute(QUERY))]
    try:
        del rows[0]
    except Exception as error:
        told.append(f"{type(error).__name__}: {error}")
    return "\n".join(told)


@plfunction
def limited(limit: int) -> str:
    try:
        rows = plpy.execute(QUERY, limit)
        plan = plpy.execute(plpy.prepare(QUERY), [], limit)
        return repr((str(rows), str(plan)))
    except plpy.SPIError as error:
        return f"{type(error).__module__}.{type(error).__name__}: {error} {vars(error)}"


@plfunction
def limited_plan(limit: int) -> str:
    try:
        return str(plpy.prepare(QUERY).execute([], limit))
    except plpy.SPIError as error:
        return f"{type(error).__module__}.{type(error).__name__}: {error} {vars(error)}"


@plfunction
def status(query: str, limit: int) -> str:
    """What a statement of any kind gives."""
    rows = plpy.execute(query, limit)
    try:
        names = repr(rows.colnames())
    except plpy.Error as error:
        names = f"{type(error).__module__}.{type(error).__name__}: {error} {vars(error)}"
    return f"{rows} {len(rows)} {names}"


@plfunction
def values(query: str) -> str:
    """The Python values that a query gives."""
    return repr(plpy.execute(query)[0])


@plfunction
def planned(ids: List[int]) -> str:
    plan = plpy.prepare("SELECT title FROM book WHERE id = $1", ["int"])
    found: Dict[int, str] = {}
    for i in ids:
        for row in plpy.execute(plan, [i]):
            found[i] = row["title"]
        found[-i] = str(plan.execute((i,)))
    return repr((found, plan.status(), type(plan).__name__))


@plfunction
def asked(code: str) -> str:
    """What plpy makes of arguments."""
    names = {
        "plpy": plpy,
        "two": plpy.prepare("SELECT $1::int AS a, $2::int AS b", ["int", "int"]),
        "one": plpy.prepare("SELECT $1::int AS one", ["int"]),
        "none": plpy.prepare("SELECT 1 AS one"),
    }
    try:
        return str(eval(code, names))
    except Exception as error:
        place = getattr(error, "spidata", None)
        return f"{type(error).__module__}.{type(error).__name__}: {error} {place}"


if __name__ == "__main__":
    from standin import call, setup

    BOOKS = {"id": 1, "title": "SICP"}, {"id": 2, "title": None}

    def books(db):
        db.on(QUERY).returns(*BOOKS)

    setup(
        "CREATE TABLE book (id int PRIMARY KEY, title text)",
        "INSERT INTO book VALUES (1, 'SICP'), (2, NULL)",
        "CREATE TABLE typed (i int, b bigint, s smallint, t text, n numeric(10,2), m numeric,"
        " v varchar(7), c char(3), f double precision, r real, x bytea, l boolean, j jsonb,"
        " u uuid, d date, z timestamptz, a int[], w varchar(9)[])",
        "CREATE TABLE written (id int)",
    )
    call(whole, answers=books)
    call(
        columns,
        answers=lambda db: db.on("SELECT * FROM typed").returns(
            columns={
                "i": "int",
                "b": "bigint",
                "s": "smallint",
                "t": 25,
                "n": "numeric(10, 2)",
                "m": "numeric",
                "v": "varchar(7)",
                "c": "char(3)",
                "f": "double precision",
                "r": "real",
                "x": "bytea",
                "l": "boolean",
                "j": "jsonb",
                "u": "uuid",
                "d": "date",
                "z": "timestamp with time zone",
                "a": "int[]",
                "w": "character varying(9)[]",
            }
        ),
    )
    call(parts, answers=books)
    call(changed, answers=books)
    for code in (
        "rows[5]",
        "rows['title']",
        "rows[1.5]",
        "rows[0]['titel']",
        "rows + []",
        "rows == list(rows)",
        "list(reversed(rows))",
        "{'id': 1, 'title': 'SICP'} in rows",
        "sorted(n for n in dir(rows) if n[0] != '_')",
        "hash(rows) == hash(rows)",
        "type(rows).__name__",
    ):
        call(tried, code, answers=books)
    for limit in (0, 1, 2, 3):
        call(limited, limit, answers=books)
    call(limited, -1, answers=lambda db: db.on(QUERY).returns(*BOOKS))
    call(limited_plan, -1, answers=lambda db: db.on(QUERY).returns(*BOOKS))
    for query, answer in {
        "SELECT 1 AS a": lambda a: a.returns({"a": 1}),
        "SELECT 1 AS a, 2 AS b WHERE false": lambda a: a.returns(columns=["a", "b"]),
        "/* a; b */ (SELECT 1 AS a)": lambda a: a.returns({"a": 1}),
        "VALUES (1), (2)": lambda a: a.returns({"column1": 1}, {"column1": 2}),
        "TABLE book": lambda a: a.returns(*BOOKS),
        "WITH x AS (SELECT 1 AS a) SELECT * FROM x": lambda a: a.returns({"a": 1}),
        "INSERT INTO written VALUES (1), (2)": lambda a: a.affects(2),
        "INSERT INTO written VALUES (1), (2) RETURNING id": lambda a: a.returns(
            {"id": 1}, {"id": 2}
        ),
        "WITH x AS (SELECT 7 AS a) INSERT INTO written SELECT a FROM x": lambda a: a.affects(1),
        "UPDATE written SET id = 9": lambda a: a.affects(5),
        "UPDATE written SET id = 9 WHERE false": lambda a: a.affects(0),
        "UPDATE written SET id = 9 WHERE false RETURNING id": lambda a: a.returns(columns=["id"]),
        "DELETE FROM written WHERE id = 8": lambda a: a.affects(0),
        "DELETE FROM written RETURNING id": lambda a: a.returns(*[{"id": 9}] * 5),
        "MERGE INTO written USING (VALUES (1)) AS s(i) ON id = i"
        " WHEN NOT MATCHED THEN INSERT VALUES (i)": lambda a: a.affects(1),
        "SELECT 1 AS returning_ INTO TEMP made": lambda a: a.affects(1),
        "CREATE TABLE IF NOT EXISTS other (id int)": lambda a: a.affects(0),
        "SET work_mem = '5MB'": lambda a: a,
        "SHOW work_mem": lambda a: a.returns({"work_mem": "5MB"}),
        "": lambda a: a,
        "SELECT 1 AS a; SELECT 'a;b' AS b": lambda a: a.returns({"b": "a;b"}),
        "SELECT 1; INSERT INTO written VALUES (3)": lambda a: a.affects(1),
        "DO $x$ BEGIN PERFORM 1; END $x$": lambda a: a,
    }.items():
        call(status, query, 0, answers=lambda db: answer(db.on(query)))
    call(
        status,
        "INSERT INTO written VALUES (1), (2) RETURNING id",
        1,
        answers=lambda db: db.on("INSERT INTO written VALUES (1), (2) RETURNING id").returns(
            {"id": 1}, {"id": 2}
        ),
    )
    call(
        status,
        "INSERT INTO written VALUES (1), (2)",
        1,
        answers=lambda db: db.on("INSERT INTO written VALUES (1), (2)").affects(2),
    )
    call(
        values,
        "SELECT 1 AS a, 1.50 AS b, 'x' AS c, true AS d, '\\x6162'::bytea AS e, '{1,NULL}'::int[] AS f,"
        " row(1, 'x') AS g, NULL AS h, '{\"a\": 1}'::jsonb AS i, date '2026-01-31' AS j, 1.5::float AS k",
        answers=lambda db: db.on(lambda query, arguments: True).returns(
            {
                "a": 1,
                "b": __import__("decimal").Decimal("1.50"),
                "c": "x",
                "d": True,
                "e": b"ab",
                "f": [1, None],
                "g": {"f1": 1, "f2": "x"},
                "h": None,
                "i": '{"a": 1}',
                "j": "2026-01-31",
                "k": 1.5,
            }
        ),
    )
    call(
        planned,
        [1, 2, 3],
        answers=lambda db: [
            db.on("SELECT title FROM book WHERE id = $1", [1]).returns({"title": "SICP"}),
            db.on("SELECT title FROM book WHERE id = $1", [2]).returns({"title": None}),
            db.on("SELECT title FROM book WHERE id = $1").returns(),
        ],
    )

    def numbers(db):
        db.on("SELECT $1::int AS a, $2::int AS b").optional().calls(
            lambda query, arguments: [{"a": arguments[0], "b": arguments[1]}]
        )
        db.on("SELECT 1 AS one").optional().returns({"one": 1})

    for code in (
        "plpy.execute('SELECT $1')",
        "plpy.execute('SELECT $2, \\'$3\\'')",
        "plpy.execute('SELECT 1 AS one', [1])",
        "plpy.execute('SELECT 1 AS one', None)",
        "plpy.execute('SELECT 1 AS one', '1')",
        "plpy.execute('SELECT 1 AS one', 1.0)",
        "plpy.execute('SELECT 1 AS one', True)",
        "plpy.execute('SELECT 1\\0')",
        "plpy.execute()",
        "plpy.execute(5)",
        "plpy.execute(None)",
        "plpy.execute(none)",
        "plpy.execute(none, [])",
        "plpy.execute(none, None)",
        "plpy.execute(none, [], 1)",
        "plpy.execute(none, [], 1.0)",
        "plpy.execute(none, [1])",
        "plpy.execute(one, [])",
        "plpy.execute(one)",
        "plpy.execute(two, [1])",
        "plpy.execute(two)",
        "plpy.execute(two, None)",
        "plpy.execute(two, '12')",
        "plpy.execute(two, {1: 2, 3: 4})",
        "plpy.execute(two, {1, 2})",
        "plpy.execute(two, iter([1, 2]))",
        "plpy.execute(two, [1, 2, 3])",
        "plpy.execute(two, (1, 2))",
        "plpy.execute(two, range(2))",
        "plpy.execute(two, b'ab')",
        "two.execute([1])",
        "two.execute()",
        "two.execute([1, 2])",
        "none.execute()",
        "none.execute(None)",
        "none.execute([], 1)",
        "plpy.prepare('SELECT 1', None)",
        "plpy.prepare('SELECT 1', 5)",
        "plpy.prepare('SELECT 1', {'int'})",
        "plpy.prepare('SELECT 1', [5])",
        "plpy.prepare('SELECT $1::int', [])",
        "plpy.prepare('SELECT $1, $2::int', ['int'])",
        "plpy.prepare(5)",
        "plpy.prepare('SELECT 1\\0')",
        "[n for n in dir(one) if n[0] != '_']",
        "plpy.cursor()",
        "plpy.cursor(two)",
        "plpy.cursor(two, None)",
        "plpy.cursor(two, '12')",
        "plpy.cursor(two, [1])",
        "list(plpy.cursor(two, [1, 2]))",
        "list(two.cursor([3, 4]))",
        "list(none.cursor())",
    ):
        call(asked, code, answers=numbers)
