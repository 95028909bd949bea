"""What queries fail with, and what plpy.error and uncaught exceptions make of the statement."""

from typing import List

from plpython import plfunction, plpy


@plfunction
def caught(query: str) -> str:
    """The exception of a query."""
    try:
        return str(plpy.execute(query))
    except plpy.SPIError as error:
        kind = type(error)
        names = [c.__module__ + "." + c.__name__ for c in kind.__mro__]
        return repr((names, str(error), error.args, vars(error), getattr(error, "sqlstate", None)))


@plfunction
def by_name(query: str) -> str:
    """Which handler is taken."""
    try:
        plpy.execute(query)
    except plpy.spiexceptions.UniqueViolation:
        return "UniqueViolation"
    except plpy.spiexceptions.NullValueNotAllowed:
        return "NullValueNotAllowed"
    except plpy.Error:
        return "Error"
    except plpy.SPIError as error:
        return f"SPIError {error}"
    return "none"


@plfunction
def uncaught(query: str) -> str:
    return str(plpy.execute(query))


@plfunction
def prepared(query: str) -> str:
    """Where a query fails that cannot be understood."""
    try:
        plan = plpy.prepare(query)
    except plpy.SPIError as error:
        return f"prepare: {type(error).__name__}: {error}"
    try:
        return str(plan.execute())
    except plpy.SPIError as error:
        return f"execute: {type(error).__name__}: {error}"


@plfunction
def conditions(known: List[str]) -> str:
    """The conditions of the server that are not among those known."""
    there = plpy.spiexceptions
    names = [name for name in dir(there) if not name.startswith("_") and name != "of"]
    return repr({f"{getattr(there, n).sqlstate}={n}" for n in names} - {*known})


@plfunction
def looked_up(code: str) -> str:
    try:
        return repr(eval(code, {"plpy": plpy}))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


@plfunction
def raised(code: str) -> str:
    """Errors that nobody catches."""
    exec(code, {"plpy": plpy})
    return "none"


@plfunction
def fields(code: str) -> str:
    """What plpy.error raises."""
    try:
        eval(code, {"plpy": plpy})
    except Exception as error:
        return f"{type(error).__module__}.{type(error).__name__} {error.args} {vars(error)}"
    return "none"


@plfunction
def ends(message: str) -> str:
    """Nothing comes after plpy.fatal: the session is gone."""
    try:
        plpy.fatal(message)
    except Exception:
        return "caught"
    return "none"


if __name__ == "__main__":
    from plpython._spiexceptions import CONDITIONS
    from standin import call, setup

    setup("CREATE TABLE book (id int CONSTRAINT one_id PRIMARY KEY)", "INSERT INTO book VALUES (1)")

    def throwing(sqlstate, message, extra="", **options):
        query = (
            f"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{sqlstate}', MESSAGE = '{message}'"
            f"{extra}; END $$"
        )
        return query, lambda db: db.on(query).raises(sqlstate, message, **options)

    INSERT = "INSERT INTO book VALUES (1)"

    def duplicate(db):
        db.on(INSERT).raises(
            plpy.spiexceptions.UniqueViolation,
            'duplicate key value violates unique constraint "one_id"',
            detail="Key (id)=(1) already exists.",
            schema_name="public",
            table_name="book",
            constraint_name="one_id",
        )

    WRONG = "SELECT * FROM nowhere"

    def wrong(db):
        db.on(WRONG).is_refused(
            "42P01", 'relation "nowhere" does not exist', query=WRONG, position=15
        )

    for query, answers in (
        (INSERT, duplicate),
        (WRONG, wrong),
        throwing("23505", "m"),
        throwing("22004", "m"),
        throwing("39004", "m"),
        throwing("P0001", "m"),
        throwing("XX999", "m"),
        throwing("01004", "m"),
        throwing(
            "22012",
            "m",
            ", DETAIL = 'd', HINT = 'h', SCHEMA = 's', TABLE = 't', COLUMN = 'c', DATATYPE = 'y',"
            " CONSTRAINT = 'k'",
            detail="d",
            hint="h",
            schema_name="s",
            table_name="t",
            column_name="c",
            datatype_name="y",
            constraint_name="k",
        ),
    ):
        call(caught, query, answers=answers)
        call(by_name, query, answers=answers)
        call(uncaught, query, answers=answers)
    call(prepared, WRONG, answers=wrong)
    call(prepared, INSERT, answers=duplicate)
    call(conditions, CONDITIONS.split())
    for code in (
        "plpy.spiexceptions.Nope",
        "plpy.spiexceptions.unique_violation",
        "plpy.spiexceptions.NullValueNotAllowed.sqlstate",
        "plpy.spiexceptions.SyntaxError is SyntaxError",
        "plpy.spiexceptions.UniqueViolation is plpy.spiexceptions.UniqueViolation",
        "plpy.spiexceptions.UniqueViolation('x').sqlstate",
        "plpy.Error.__mro__",
        "plpy.Fatal.__mro__",
        "plpy.SPIError.__mro__",
        "plpy.Error('x').sqlstate",
    ):
        call(looked_up, code)
    for code in (
        "plpy.error('m')",
        "plpy.error('m', detail='d', hint='h', sqlstate='22023', schema_name='s')",
        "plpy.error('m', sqlstate='00000')",
        "plpy.error('m', hint=5)",
        "plpy.error('m', hint=None)",
        "plpy.error('m', hnit='h')",
        "plpy.error('m', sqlstate='2202')",
        "plpy.error('m', sqlstate='2202a')",
        "plpy.error('m', sqlstate=None)",
        "plpy.error('m', sqlstate=22023)",
        "plpy.error()",
        "plpy.error('a', 5)",
        "plpy.error(None)",
        "plpy.error(message='m')",
        "plpy.error('m', message='m')",
        "plpy.error('cut here\\0not this')",
        "plpy.error('two\\nlines')",
    ):
        call(fields, code)
        call(raised, code)
    for code in (
        "raise plpy.Error('by hand')",
        "raise plpy.Error",
        "raise plpy.Fatal('by hand')",
        "raise plpy.SPIError('by hand')",
        "raise plpy.spiexceptions.UniqueViolation('by hand')",
        "raise ValueError('m')",
        "raise KeyError('m')",
        "raise ValueError",
    ):
        call(raised, code)
    call(ends, "gone")
