"""Fires trigger functions with rows."""

from dataclasses import dataclass
from typing import Any, Callable, Dict, Iterable, Optional, Sequence

from .. import _active, row
from .._declared import triggers
from ._errors import ServerError
from ._firing import Wanted, told_by
from ._installed import Installed
from ._models import Model
from ._results import copied
from ._rows import columns_of
from ._stand_in import PlPy

__tracebackhide__ = True  # in pytest's tracebacks


@dataclass(frozen=True)
class Fired:
    """What became of a row.

    row: as the table holds it afterwards; None if it holds none. What PostgreSQL itself makes of
        it is not computed: a value is not made one of its column's type, and generated columns
        are missing.
    changed: the columns that the function has set.
    is_skipped: whether the function left the row alone by "SKIP".
    """

    row: Optional[row.Row]
    changed: Dict[str, Any]
    is_skipped: bool


def fire(
    function: Callable[..., Any],
    *,
    new: Any = None,
    old: Any = None,
    event: Optional[str] = None,
    table: Optional[str] = None,
    when: Optional[str] = None,
    level: Optional[str] = None,
    name: Optional[str] = None,
    args: Optional[Sequence[str]] = None,
    generated: Sequence[str] = (),
    plpy: Optional[PlPy] = None,
) -> Fired:
    """Calls a trigger's function as its installed form does, and returns what becomes of the row.

    What ``pltrigger`` says of the function needs not be said again. Conditions, and the columns
    of ``of=``, are PostgreSQL's: they are not looked at.

    new, old: the table's row with all its columns: a ``Row``, a mapping, or an object of a model;
        they stay as they are. Values are PL/Python's own, text for jsonb and for dates; those of
        a model's fields may be what their annotations say.
    event: told by ``new`` and ``old``; of a statement trigger with several events, which one.
    table, when, level, name: which trigger, where the function has several, and what it is
        where no decorator says it.
    args: what ``td["args"]`` holds; by default what the decorator says.
    generated: columns that PostgreSQL computes, after BEFORE triggers.
    plpy: what the function gets; by default the ``PlPy`` that stands in, else one of its own
        that expects nothing.

    Raises what the function raises; the errors of the installed form, such as TypeError for a
    wrong result; and ServerError, in PostgreSQL's words, for what it refuses to write.
    """
    declared = triggers(function)
    wanted = Wanted(told_by(new, old), event, table, when, level, name, args)
    firing = wanted.firing(getattr(function, "__name__", ""), declared)
    stand_in = plpy or _active.last() or PlPy()
    installed = Installed(function, declared, stand_in)
    before = _columns(old, installed.old_model)
    after = _columns(new, installed.new_model)
    known = {*(before or ()), *(after or ()), *generated}
    if after is not None and firing.when != "AFTER":
        after = {k: v for k, v in after.items() if k not in generated}
    td = firing.td(copied(after), copied(before))
    with stand_in._firing():
        result = installed.fire(td)
    changed = td["new"] if result == "MODIFY" else {}
    _check_writable(changed, known, generated)
    is_skipped = result is not None and result.upper() == "SKIP"
    model = installed.new_model or installed.old_model
    held = before if is_skipped else None if after is None else {**after, **changed}
    return Fired(
        None if held is None else row.Row(**_shown(held, model)), _shown(changed, model), is_skipped
    )


def _columns(given: Any, model: Optional[Model]) -> Optional[Dict[str, Any]]:
    if given is None:
        return None
    columns = columns_of(given)
    return columns if model is None else model.arrives(columns)


def _shown(columns: Dict[str, Any], model: Optional[Model]) -> Dict[str, Any]:
    return columns if model is None else model.shown(columns)


def _check_writable(
    changed: Dict[str, Any], known: Iterable[str], generated: Iterable[str]
) -> None:
    for name in changed:
        if name not in known:
            raise ServerError(
                "42703",
                f'key "{name}" found in TD["new"] does not exist as a column in the triggering row',
            )
        if name in generated:
            raise ServerError("39P01", f'cannot set generated column "{name}"')
