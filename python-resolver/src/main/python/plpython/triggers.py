"""The decorator of a function that is to be a trigger."""

from typing import Any, Callable, Literal, Optional, Sequence, TypeVar

_Function = TypeVar("_Function", bound=Callable[..., Any])


def pltrigger(
    *,
    event: str,
    when: Literal["BEFORE", "AFTER"],
    table: Optional[str] = None,
    model: Optional[type] = None,
    name: Optional[str] = None,
    schema: Optional[str] = None,
    of: Sequence[str] = (),
    condition: Optional[str] = None,
) -> Callable[[_Function], _Function]:
    """Marks a top-level function as a trigger's, and returns it unchanged.

    The function names what it wants among ``new``, ``old``, ``td`` and ``plpy``, and gets each by
    name: ``new`` and ``old`` are rows (``Row``), ``td`` is what the manual's section 44.5,
    Trigger Functions, calls ``TD``, and ``plpy`` is that of section 44.6. What it sets in
    ``new`` is kept; it need not return "MODIFY".

    Stackable: one function can be the trigger of several tables or events.

    event: "INSERT", "UPDATE", "DELETE" or "TRUNCATE", or several of them joined by " OR ".
    when: "BEFORE" or "AFTER" the event.
    table: the table, with its schema where that is not the search path's to find.
    model: a class that stands for the table, in place of ``table``: one under ``@pltable``.
    name: the trigger's name.
    schema: the schema of the trigger's function; a trigger itself has none, it is its table's.
    of: for UPDATE, the columns that must be in the statement's SET list.
    condition: the SQL expression of the trigger's WHEN.

    Raises TypeError for an option that does not exist, and for a missing ``event`` or ``when``.
    Values are not looked at here: a type checker and the deploy do that.
    """
    return _unchanged


def _unchanged(function: _Function) -> _Function:
    return function
