"""Prepared plans, and the arguments of execute and cursor."""

from typing import Any, NamedTuple, Optional, Tuple

from .. import _active, plpy

__tracebackhide__ = True  # in pytest's tracebacks


class PLyPlan:
    """A query that was prepared; it may be kept for as long as the session lasts."""

    __slots__ = ("_query", "_types", "_maker")

    def __init__(self, query: str, types: Tuple[str, ...], maker: Any) -> None:
        self._query = query
        self._types = types
        self._maker = maker

    def execute(self, *arguments: Any) -> Any:
        """Runs it, as ``plpy.execute(plan, ...)`` does."""
        return self._session().execute(self, *arguments)

    def cursor(self, *arguments: Any) -> Any:
        """Opens a cursor for it, as ``plpy.cursor(plan, ...)`` does."""
        return self._session().cursor(self, *arguments)

    def status(self) -> bool:
        """True."""
        return True

    def _session(self) -> Any:
        return _active.last() or self._maker


class Asked(NamedTuple):
    """What is asked of the database."""

    query: str
    arguments: Tuple[Any, ...]
    limit: int
    is_plan: bool


def asked(function: str, arguments: Tuple[Any, ...], has_limit: bool) -> Asked:
    """What the arguments of ``execute`` or ``cursor`` ask for; raises what PL/Python raises."""
    found = _query(arguments, has_limit) or _plan(function, arguments, has_limit)
    if found is None:
        raise plpy.Error(f"plpy.{function} expected a query or a plan")
    return found


def _query(arguments: Tuple[Any, ...], has_limit: bool) -> Optional[Asked]:
    if not 1 <= len(arguments) <= 1 + has_limit:
        return None
    query, limit = (*arguments, 0)[:2]
    if not isinstance(query, str) or "\0" in query or not _is_index(limit):
        return None
    return Asked(query, (), limit, False)


def _plan(function: str, arguments: Tuple[Any, ...], has_limit: bool) -> Optional[Asked]:
    if not 1 <= len(arguments) <= 2 + has_limit or not isinstance(arguments[0], PLyPlan):
        return None
    plan, limit = arguments[0], (*arguments[2:], 0)[0]
    if not _is_index(limit):
        return None
    values = arguments[1] if len(arguments) > 1 else ()
    if isinstance(values, str) or not is_sequence(values):
        raise TypeError(f"plpy.{function} takes a sequence as its second argument")
    if len(values) != len(plan._types):
        wanted, shown = len(plan._types), values if len(arguments) > 1 else "<NULL>"
        raise TypeError(
            f"Expected sequence of {wanted} argument{'' if wanted == 1 else 's'}, "
            f"got {len(values)}: {shown}"
        )
    return Asked(plan._query, tuple(values), limit, True)


def is_sequence(value: object) -> bool:
    """What Python's C interface takes for one."""
    return hasattr(type(value), "__getitem__") and not isinstance(value, dict)


def _is_index(value: object) -> bool:
    return hasattr(type(value), "__index__")
