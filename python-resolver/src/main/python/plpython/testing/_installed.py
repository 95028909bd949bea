"""A trigger function as it is called in the database."""

import inspect
from typing import Any, Callable, Dict, List, Optional

from .._declared import Trigger
from ._models import Model, model_of
from ._rows import FixedRow, Row

__tracebackhide__ = True  # in pytest's tracebacks

Columns = Dict[str, Any]


class Installed:
    """The installed form of a function: what stands around it in the database.

    Before a row is written, what the function made of it is compared with what it got, and just
    the changed columns go back.
    """

    def __init__(self, function: Callable[..., Any], declared: List[Trigger], plpy: Any) -> None:
        self._function = function
        self._parameters = list(inspect.signature(function).parameters)
        self._plpy = plpy
        self.new_model = model_of(function, "new", declared)
        self.old_model = model_of(function, "old", declared)

    def fire(self, td: Dict[str, Any]) -> Optional[str]:
        """What PL/Python gets: None, "SKIP" or "MODIFY"; then ``td["new"]`` has the changes."""
        new = td["new"]
        if new is None or td["when"] == "AFTER":
            fixed = new if new is None else self._fixed(new, self.new_model)
            return _checked(self._call(fixed, td), td)
        before = _snapshot(new)
        if self.new_model is None:
            result = self._call(Row(new), td)
            left: Columns = {}
        else:
            columns = self.new_model.read(new)
            made = self.new_model.make(columns)
            given = _snapshot(self.new_model.held(made, columns, new))
            result = self._call(made, td)
        if result is not None and _checked(result, td) is not None:
            return str(result)
        changed = _changes(td["new"], before)
        if self.new_model is not None:
            left = _changes(self.new_model.held(made, columns, new), given)
            changed.update(self.new_model.written(left, new))
        for name, value in changed.items():
            if isinstance(value, str) and "\0" in value:
                raise ValueError(f"PostgreSQL has no text with a NUL in it: {name}={value!r}")
        if not changed:
            return None
        td["new"] = changed
        return "MODIFY"

    def _call(self, new: Any, td: Dict[str, Any]) -> Any:
        old = td["old"]
        values = {
            "new": new,
            "old": old if old is None else self._fixed(old, self.old_model),
            "td": td,
            "plpy": self._plpy,
        }
        return self._function(*[values[name] for name in self._parameters])

    @staticmethod
    def _fixed(columns: Columns, model: Optional[Model]) -> Any:
        return FixedRow(columns) if model is None else model.make(model.read(columns))


def _snapshot(row: Columns) -> Columns:
    return {k: repr(v) if type(v) in (list, dict) else v for k, v in row.items()}


def _changes(row: Columns, before: Columns) -> Columns:
    return {
        k: v
        for k, v in row.items()
        if (
            v is not before.get(k, before)
            if type(v) not in (list, dict)
            else repr(v) != before.get(k)
        )
    }


def _checked(result: Any, td: Dict[str, Any]) -> Optional[str]:
    if td["when"] == "AFTER" or result is None:
        return None
    if type(result) is not str or result.upper() not in ("OK", "SKIP", "MODIFY"):
        raise TypeError(
            "a trigger function returns None, 'OK', 'SKIP' or 'MODIFY', not " + repr(result)
        )
    if result.upper() != "SKIP":
        return None
    if td["level"] == "STATEMENT":
        raise TypeError(
            "a statement trigger cannot return 'SKIP': only a row can be"
            " skipped; raise an exception to refuse the statement"
        )
    return result
