"""The stand-in for the database that a test has set up, if one has."""

from typing import Any, List

from ._messages import Fields

_stack: List[Any] = []  # the last one is asked


def push(stand_in: Any) -> None:
    """From now on ``plpython.plpy`` asks this one."""
    _stack.append(stand_in)


def pop() -> None:
    """Ends that; the one before is asked again."""
    _stack.pop()


def current(name: str) -> Any:
    """The stand-in; RuntimeError, which says what to do, where a test has set up none."""
    if _stack:
        return _stack[-1]
    raise RuntimeError(
        f"plpy.{name}() needs a database, and there is none here. In a test, say what it answers: "
        'with plpython.testing.PlPy() as plpy: plpy.on("SELECT ...").returns(...), or take the '
        f'pytest fixture "plpy"; or patch this one: unittest.mock.patch.object(plpy, "{name}", ...)'
    )


def last() -> Any:
    """The stand-in; None where a test has set up none."""
    return _stack[-1] if _stack else None


def record(level: str, text: str, fields: Fields) -> None:
    """Tells the stand-in of a message."""
    if _stack:
        _stack[-1].record(level, text, fields)
