"""The plain side of the tests of ``plpython.testing``: runs functions and triggers with the
stand-in, and says in SQL how to run them in the database and what must come of it.

    python standin.py CASE...

A case is a file, run as a program; below ``if __name__ == "__main__":`` it says what the database
holds, and what the stand-in answers in its place. Each line that comes out is one JSON object.
"""

import datetime
import enum
import json
import logging
import os
import re
import runpy
import sys

import plain
import sqltext
from plpython import plpy
from plpython._declared import triggers
from plpython.testing import PlPy, ServerError, SessionEnded, fire

SHOWN = {"notice": "00000", "info": "00000", "warning": "01000"}


def setup(*statements):
    """Statements that run before the case's functions are installed."""
    _tell(setup=statements)


def tables(columns, *functions):
    """A table for each trigger function, named as it is."""
    setup(*(f"CREATE TABLE {function.__name__} ({columns})" for function in functions))


def call(function, *args, answers=None, before=(), kept=None):
    """A function of the author's, with the same result, messages and errors on both sides.

    answers: says what the stand-in answers.
    before: statements that bring the database into the same state.
    kept: a query for the first arguments of those plans that were run and are not undone.
    """
    _call("SELECT %s::text", function, args, answers, before, kept)


def procedure(function, *args, answers=None, before=(), kept=None):
    """The same for a procedure."""
    _call("CALL %s", function, args, answers, before, kept)


def trigger(function, *, new=None, old=None, answers=None, before=(), view=False, **options):
    """A trigger, with the same row, messages and errors on both sides.

    The table is named as the function is, if not told. It may be a view of ``base``, whose
    RETURNING is compared then.
    """
    table = options.get("table", function.__name__)
    db = PlPy()
    if answers:
        answers(db)
    generated = options.get("generated", ())
    declared = triggers(function)
    found = {}
    try:
        fired = fire(function, new=new, old=old, plpy=db, **options)
    except (Exception, SessionEnded) as error:
        found["error"] = _error(error)
    else:
        found["result"] = None if fired.row is None else _row(fired.row, generated)
    db.verify()
    shown = f"to_jsonb({table})" + "".join(f" - {sqltext.quote(name)}" for name in generated)
    _tell(
        function=function.__name__,
        before=[*before, *_held("base" if view else table, old, generated)],
        sql=_statement(table, new, old, options.get("event", declared[0].event), generated)
        + (f" RETURNING {shown}" if view else ""),
        reading=None if view else f"SELECT {shown} FROM {table}",
        row=True,
        messages=_messages(db),
        **found,
    )


def _call(form, function, args, answers, before, kept):
    found = {}
    db = PlPy()
    if answers:
        answers(db)
    try:
        with db:
            result = function(*args)
    except (Exception, SessionEnded) as error:
        found["error"] = _error(error)
    else:
        found["result"] = None if result is None else str(result)
    if kept:
        found["kept"] = [str(c.arguments[0]) for c in db.executed() if c.arguments]
    _tell(
        function=function.__name__,
        before=before,
        sql=form % plain._sql(function, args, {}),
        keeping=kept,
        messages=_messages(db),
        **found,
    )


def _tell(**record):
    frame = sys._getframe(1)
    while frame.f_globals.get("__file__") == __file__:
        frame = frame.f_back
    print(json.dumps({"case": _case, "line": frame.f_lineno, **record}))


def _error(error):
    if isinstance(error, AssertionError):
        raise error  # the case's own
    if isinstance(error, (ServerError, SessionEnded)):
        return {"message": str(error), "sqlstate": error.sqlstate}
    if isinstance(error, plpy.SPIError) and hasattr(error, "spidata"):
        packed, detail, hint = error.spidata[:3]
        state = "".join(chr((packed >> 6 * i & 0x3F) + ord("0")) for i in range(5))
    else:
        state, detail, hint = (
            getattr(error, name, default)
            for name, default in (("sqlstate", "38000"), ("detail", None), ("hint", None))
        )
    return {
        "message": plain._message(error),
        "sqlstate": state,
        "detail": detail,
        "hint": hint,
    }


def _messages(db):
    """Those that the server tells a client of."""
    return [
        {
            "message": f"{m.level.upper()}: {m.message}",
            "sqlstate": m.sqlstate or SHOWN[m.level],
            "detail": m.detail,
            "hint": m.hint,
        }
        for m in db.messages
        if m.level in SHOWN
    ]


def _columns(row, generated=()):
    if not hasattr(row, "keys"):
        row = vars(row)
    return {name: row[name] for name in row if name not in generated}


def _row(row, generated):
    """The row as to_jsonb shows it; the column info is jsonb."""
    return {
        k: json.loads(v) if k == "info" and isinstance(v, str) else _shown(v)
        for k, v in _columns(row, generated).items()
    }


def _shown(value):
    """A value as to_jsonb shows it."""
    if isinstance(value, list):
        return [_shown(item) for item in value]
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (datetime.date, datetime.time)):
        return re.sub(r"(\.\d*?)0+(?=[+-]|$)", r"\1", value.isoformat())
    if isinstance(value, datetime.timedelta):
        return _interval(value)
    return value if isinstance(value, (int, str, dict, type(None))) else str(value)


def _interval(value):
    days = f"{value.days} day{'' if value.days == 1 else 's'} " if value.days else ""
    sign = "+" if value.days < 0 else ""
    return f"{days}{sign}{datetime.timedelta(seconds=value.seconds)!s:0>8}"


def _literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, dict):
        return sqltext.quote(json.dumps(value))
    if isinstance(value, list):
        return sqltext.quote("{" + json.dumps(value)[1:-1] + "}")
    return sqltext.quote(str(value))


def _insert(table, row, generated):
    columns = _columns(row, generated)
    names = ", ".join(map(sqltext.identifier, columns))
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join(map(_literal, columns.values()))})"


def _held(table, old, generated):
    """The row as it was, which no trigger has seen."""
    return [
        "SET session_replication_role = replica",
        f"DELETE FROM {table}",
        *([] if old is None else [_insert(table, old, generated)]),
        "SET session_replication_role = origin",
    ]


def _statement(table, new, old, event, generated):
    if new is not None and old is None:
        return _insert(table, new, generated)
    if new is not None:
        columns = _columns(new, generated).items()
        return f"UPDATE {table} SET " + ", ".join(
            f"{sqltext.identifier(name)} = {_literal(value)}" for name, value in columns
        )
    return {
        "INSERT": f"INSERT INTO {table} SELECT * FROM {table} WHERE false",
        "UPDATE": f"UPDATE {table} SET id = id",
        "TRUNCATE": f"TRUNCATE {table}",
    }.get(event, f"DELETE FROM {table}")


def _run(path):
    """In a process of its own."""
    global _case
    _case = os.path.basename(path)
    sys.stdout.flush()
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    status = 1
    try:
        runpy.run_path(path, run_name="__main__")
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    sys.stdout.flush()
    os._exit(status)


if __name__ == "__main__":
    sys.modules["standin"] = sys.modules.pop("__main__")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    logging.disable()  # messages are compared
    sys.exit(any([_run(path) for path in sys.argv[1:]]))
