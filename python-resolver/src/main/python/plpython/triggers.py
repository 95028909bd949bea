"""The decorators of functions that are to be triggers."""

from typing import Any, Callable, Literal, Optional, Sequence, TypeVar, Union

from ._declared import Trigger, note

_Function = TypeVar("_Function", bound=Callable[..., Any])
_Enabled = Literal["origin", "always", "replica", "disabled"]
_Install = Literal["early", "late"]


def pltrigger(
    *,
    event: str,
    when: Literal["BEFORE", "AFTER", "INSTEAD OF"],
    table: Optional[str] = None,
    model: Optional[type] = None,
    name: Optional[str] = None,
    schema: Optional[str] = None,
    level: Optional[Literal["row", "statement"]] = None,
    of: Sequence[str] = (),
    condition: Optional[str] = None,
    old_table: Optional[str] = None,
    new_table: Optional[str] = None,
    args: Sequence[str] = (),
    constraint: Optional[bool] = None,
    deferrable: Union[bool, Literal["initially deferred"], None] = None,
    enabled: Optional[_Enabled] = None,
    install: Optional[_Install] = None,
    detach: Optional[bool] = None,
) -> Callable[[_Function], _Function]:
    """Marks a top-level function as a trigger's, and returns it unchanged.

    The function names what it wants among ``new``, ``old``, ``td`` and ``plpy``, and gets each by
    name: ``new`` and ``old`` are rows (``Row``), ``td`` is what the manual's section 44.5,
    Trigger Functions, calls ``TD``, and ``plpy`` is that of section 44.6. What it sets in
    ``new`` is kept; it need not return "MODIFY". A statement trigger's has no ``new`` and ``old``.

    Stackable: one function can be the trigger of several tables or events.

    event: "INSERT", "UPDATE", "DELETE" or "TRUNCATE", or several of them joined by " OR ".
    when: "BEFORE" or "AFTER" the event, or, for rows of a view, "INSTEAD OF" it.
    table: the table or view, with its schema where that is not the search path's to find.
    model: a class that stands for the table, in place of ``table``: one under ``@pltable``.
    name: the trigger's name.
    schema: the schema of the trigger's function; a trigger itself has none, it is its table's.
    level: "row" fires for each row, "statement" once, also where no row is touched. TRUNCATE
        has the second alone.
    of: for UPDATE, the columns that must be in the statement's SET list.
    condition: the SQL expression of the trigger's WHEN.
    old_table: the name under which ``plpy.execute`` finds the statement's rows as they were; for
        one event, AFTER it.
    new_table: the same for the rows as they are.
    args: what ``td["args"]`` holds, which is None without it.
    constraint: True for a constraint trigger: AFTER, for each row, and it can be deferred.
    deferrable: for a constraint trigger, True lets a transaction defer it to its end, and
        "initially deferred" does so unless the transaction wants it at once.
    enabled: whether it fires in sessions that replay replicated changes, only there, or not at
        all. Written at each deploy; left out, what somebody set in the database stays.
    install: "early" before the versioned migrations of Flyway that are pending, which may then
        fire it; "late" after all repeatable ones in SQL. Its function follows it.
    detach: True drops the trigger before each pending versioned migration of Flyway, and makes
        it again after it, so that the migration may alter a column that the trigger names.

    Raises TypeError for an option that does not exist, and for a missing ``event`` or ``when``.
    Values are not looked at here: a type checker and the deploy do that.
    """

    def noted(function: _Function) -> _Function:
        named = name or getattr(function, "__name__", None)
        note(function, Trigger(named, event, when, level or "row", table, model, args))
        return function

    return noted


def pleventtrigger(
    *,
    event: Literal["ddl_command_start", "ddl_command_end", "sql_drop", "table_rewrite", "login"],
    tags: Sequence[str] = (),
    name: Optional[str] = None,
    schema: Optional[str] = None,
    enabled: Optional[_Enabled] = None,
    install: Optional[_Install] = None,
) -> Callable[[_Function], _Function]:
    """Marks a top-level function as an event trigger's, and returns it unchanged.

    It fires for commands that change the database's schema; PL/Python can do that from
    PostgreSQL 19 on. The function names what it wants among ``td`` and ``plpy``: ``td["event"]``
    is the event, ``td["tag"]`` the command. What it returns does not matter; an exception
    refuses the command.

    event: one of those of the manual's section 38.1.
    tags: the commands it fires for, such as "CREATE TABLE"; left out, all of them.
    name: the event trigger's name.
    schema: the schema of its function; an event trigger itself has none, it is the database's.
    enabled, install: as in ``pltrigger``.

    Raises TypeError for an option that does not exist, and for a missing ``event``. Values are
    not looked at here: a type checker and the deploy do that.
    """
    return _unchanged


def _unchanged(function: _Function) -> _Function:
    return function
