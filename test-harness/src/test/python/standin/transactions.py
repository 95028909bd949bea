"""Subtransactions, and transactions of procedures."""

from typing import List

from plpython import plfunction, plprocedure, plpy

INSERT = "INSERT INTO kept VALUES ($1)"


def keep(value):
    plpy.execute(plpy.prepare(INSERT, ["text"]), [value])


@plfunction
def nested() -> str:
    keep("first")
    try:
        with plpy.subtransaction():
            keep("undone")
            with plpy.subtransaction():
                keep("undone with the outer one")
            raise ValueError("x")
    except ValueError:
        pass
    with plpy.subtransaction() as entered:
        keep("second")
        try:
            with plpy.subtransaction():
                keep("undone alone")
                raise KeyError("x")
        except KeyError:
            keep("third")
    return type(entered).__name__


@plfunction
def failing_query() -> str:
    """A query that fails undoes itself alone."""
    keep("before")
    try:
        plpy.execute(plpy.prepare(INSERT, ["text"]), ["twice"])
    except plpy.SPIError as error:
        keep(f"after {error.sqlstate}")
    return "done"


@plfunction
def misused(code: str) -> str:
    """What becomes of lines about subtransactions."""
    told: List[str] = []
    names = {"plpy": plpy, "s": plpy.subtransaction(), "t": plpy.subtransaction(), "keep": keep}
    for line in code.split("; "):
        try:
            told.append(repr(eval(line, names) is names["s"]))
        except Exception as error:
            told.append(f"{type(error).__name__}: {error}")
    return "\n".join(told)


@plfunction
def left_open() -> str:
    plpy.subtransaction().enter()
    keep("lost")
    plpy.subtransaction().enter()
    keep("lost too")
    return "done"


@plfunction
def cursors() -> str:
    """Cursors of a subtransaction end with it when it is rolled back."""
    query = "SELECT i FROM generate_series(1, 5) AS i"
    told: List[str] = []
    outer = plpy.cursor(query)
    next(outer)
    try:
        with plpy.subtransaction():
            inner, closed = plpy.cursor(query), plpy.cursor(query)
            closed.close()
            next(inner)
            next(outer)
            raise ValueError("x")
    except ValueError:
        told.append(str([row["i"] for row in outer]))
    for attempt in (
        lambda: next(inner),
        lambda: inner.fetch(1),
        inner.close,
        lambda: next(closed),
        closed.close,
    ):
        try:
            told.append(repr(attempt()))
        except ValueError as error:
            told.append(str(error))
    with plpy.subtransaction():
        kept = plpy.cursor(query)
    told.append(str([row["i"] for row in kept]))
    try:
        with plpy.subtransaction():
            with plpy.subtransaction():
                lost = plpy.cursor(query)
            raise ValueError("x")
    except ValueError:
        pass
    try:
        next(lost)
    except ValueError as error:
        told.append(str(error))
    return "\n".join(told)


@plprocedure
def batches() -> None:
    keep("committed")
    plpy.commit()
    keep("rolled back")
    plpy.rollback()
    keep("at the end")


@plprocedure
def inside() -> None:
    """A transaction does not end within a subtransaction."""
    for end in (plpy.commit, plpy.rollback):
        try:
            with plpy.subtransaction():
                end()
        except plpy.SPIError as error:
            plpy.notice(f"{type(error).__name__} {error.sqlstate}: {error} {error.spidata}")
    keep("kept")


@plprocedure
def reading() -> None:
    """A cursor outlives its transaction."""
    cursor = plpy.cursor("SELECT i FROM generate_series(1, 5) AS i")
    told = [next(cursor)["i"]]
    plpy.commit()
    told.append(next(cursor)["i"])
    plpy.rollback()
    told += [row["i"] for row in cursor.fetch(2)]
    plpy.notice(told)


if __name__ == "__main__":
    from standin import call, procedure, setup

    setup("CREATE TABLE kept (value text CHECK (value <> 'twice'))")
    KEPT = "SELECT value FROM kept ORDER BY ctid"
    EMPTY = ["TRUNCATE kept"]

    def inserts(db):
        db.on(INSERT).optional().affects(1)

    def numbers(db):
        db.on("SELECT i FROM generate_series(1, 5) AS i").returns(*[{"i": i} for i in range(1, 6)])

    call(nested, answers=inserts, before=EMPTY, kept=KEPT)
    call(
        failing_query,
        answers=lambda db: [db.on(INSERT, ["twice"]).raises("23514", "m"), inserts(db)],
        before=EMPTY,
        kept=KEPT,
    )
    for code in (
        "s.exit(None, None, None)",
        "s.enter(); s.enter(); s.exit(None, None, None); s.exit(None, None, None); s.enter()",
        "s.__enter__(); keep('a'); s.__exit__(None, None, None)",
        "s.enter(); keep('a'); s.exit(ValueError, None, None)",
        "s.enter(); keep('a'); s.exit(1, None, None); keep('b')",
        "s.enter(); keep('a'); t.enter(); keep('b'); s.exit(ValueError, None, None); keep('c'); "
        "t.exit(None, None, None)",
        "[n for n in dir(s) if n[0] != '_']",
    ):
        call(misused, code, answers=inserts, before=EMPTY, kept=KEPT)
    call(left_open, answers=inserts, before=EMPTY, kept=KEPT)
    call(cursors, answers=numbers)
    procedure(batches, answers=inserts, before=EMPTY, kept=KEPT)
    procedure(inside, answers=inserts, before=EMPTY, kept=KEPT)
    procedure(reading, answers=numbers)
