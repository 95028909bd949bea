"""The plain side of the differential tests: calls functions in this Python, and says in SQL how
to call them in the database and what must come of it.

    python plain.py CASE...

A case is a file, or a folder with a main.py. It is run as a program; below ``if __name__ ==
"__main__":`` it makes its calls by the functions of this module. Each case has a process of its
own. What they print are records of six fields, each with a NUL after it: case, line, function,
kind, SQL, message.
"""

import functools
import inspect
import os
import runpy
import sys
import typing

import plpython
import sqltext

_options = {}


def setup(*statements):
    """Statements that run before the case's functions are installed."""
    for sql in statements:
        _record("-", "setup", sql)


def call(function, *args, **kwargs):
    """A call that gives the same result, or fails with the same message."""
    sql = _sql(function, args, kwargs)
    try:
        result = function(*args, **kwargs)
        if sqltext.element_of_set(_hints(function).get("return")):
            result = list(result)
    except Exception as error:
        _record(function, "error", "SELECT * FROM " + sql, _message(error))
    else:
        _record(function, "result", _comparison(function, sql, result))


def calls(function, values):
    """The same for a function of one argument and each of the values, in one statement."""
    rows = []
    for value in values:
        sql = _sql(function, [value], {})
        rows.append(_pair(function, sql, function(value)))
    _record(function, "result", "VALUES " + ", ".join(f"({row})" for row in rows))


def refused(message, function, *args, **kwargs):
    """A call that works here, and in the database fails with a message that holds the text."""
    sql = _sql(function, args, kwargs)
    function(*args, **kwargs)  # fails nowhere but there
    _record(function, "refused", "SELECT " + sql, message)


def _record(function, kind, sql, message=""):
    frame = sys._getframe(2)
    name = function if isinstance(function, str) else function.__name__
    for field in (_case, str(frame.f_lineno), name, kind, sql, message):
        sys.stdout.write(field + "\0")


def _hints(function):
    return typing.get_type_hints(inspect.unwrap(function), include_extras=True)


def _sql(function, args, kwargs):
    hints = _hints(function)
    names = [p for p in inspect.signature(function).parameters.values()]
    written = []
    for i, value in enumerate(args):
        parameter = names[min(i, len(names) - 1)]
        written.append(sqltext.expression(value, hints[parameter.name]))
    for name, value in kwargs.items():
        written.append(f"{sqltext.identifier(name)} => {sqltext.expression(value, hints[name])}")
    name = _options.get(inspect.unwrap(function), {}).get("name", function.__name__)
    return f"public.{sqltext.identifier(name)}({', '.join(written)})"


def _comparison(function, sql, result):
    hint = _hints(function).get("return")
    element = sqltext.element_of_set(hint)
    if element is None:
        return "SELECT " + _pair(function, sql, result)
    named = _outputs(function)
    row = sqltext.bare(element)
    width = len(named) or (len(sqltext.columns(row)) if sqltext.is_row(row) else 1)
    cells = ", ".join(f"c{i}" for i in range(width))
    wanted = [_row(function, value, element, named) + "::text" for value in result]
    return (
        f"SELECT coalesce(array_agg(ROW({cells})::text ORDER BY i), '{{}}')::text,"
        f" ARRAY[{', '.join(wanted)}]::text[]::text"
        f" FROM {sql} WITH ORDINALITY AS t({cells}, i)"
    )


def _row(function, value, element, named):
    row = sqltext.bare(element)
    if named:
        cells = _cells(value, named)
    elif sqltext.is_row(row):
        cells = [
            sqltext.expression(None if value is None else getattr(value, name), of)
            for name, of in sqltext.columns(row)
        ]
    else:
        cells = [sqltext.expression(value, element)]
    return f"ROW({', '.join(cells)})"


def _pair(function, sql, result):
    """What came, and what should."""
    hint = _hints(function).get("return")
    named = _outputs(function)
    if hint is None or hint is type(None):
        return f"{sql}::text, ''::text"
    if len(named) > 1:
        return f"{sql}::text, ROW({', '.join(_cells(result, named))})::text"
    if named:
        hint = typing.Annotated[hint, *named.values()]
    return f"({sql})::text, ({sqltext.expression(result, hint)})::text"


def _outputs(function):
    returns = _options.get(inspect.unwrap(function), {}).get("returns") or {}
    return {"": returns} if isinstance(returns, str) else returns


def _cells(value, named):
    if sqltext.is_row(type(value)):
        value = {name: getattr(value, name) for name in named}
    items = [value[name] for name in named] if isinstance(value, dict) else value
    return [
        sqltext.expression(item, typing.Annotated[type(item), sql])
        for item, sql in zip(items, named.values(), strict=True)
    ]


def _message(error):
    """As an uncaught exception is shown, but that the module __main__ is not named."""
    kind = type(error)
    module = "" if kind.__module__ in ("builtins", "__main__") else kind.__module__ + "."
    return f"{module}{kind.__name__}: {error}"


def _kept(decorator):
    """The decorator, which also keeps its options for this module."""

    @functools.wraps(decorator)
    def keep(function=None, /, **options):
        if function is not None:
            return decorator(function)

        def mark(function):
            _options[inspect.unwrap(function)] = options
            return decorator(**options)(function)

        return mark

    return keep


def _named(name):
    """``pltype``, which also keeps the name."""

    def mark(cls):
        sqltext.named[cls] = name
        return cls

    return mark


def _run(path):
    """In a process of its own."""
    global _case
    _case = os.path.basename(path)
    sys.stdout.flush()
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    main = os.path.join(path, "main.py") if os.path.isdir(path) else path
    sys.path.insert(0, os.path.dirname(main))
    status = 1
    try:
        runpy.run_path(main, run_name="__main__")
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    sys.stdout.flush()
    os._exit(status)


if __name__ == "__main__":
    sys.modules["plain"] = sys.modules.pop("__main__")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    plpython.plfunction = _kept(plpython.plfunction)
    plpython.pltype = _named
    sys.exit(any([_run(path) for path in sys.argv[1:]]))
