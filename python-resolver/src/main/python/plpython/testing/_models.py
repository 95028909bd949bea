"""Objects of the author's classes that stand for rows."""

import dataclasses
import sys
import typing
from typing import Any, Callable, Dict, List, Optional

from .. import row
from .._declared import Trigger
from ._conversions import Conversion, conversion_of


class Model:
    """A class that stands for a table's rows; it makes objects of columns and columns of them."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind
        self._conversions: Dict[str, Conversion] = {}
        for name, annotation in _annotations(kind).items():
            conversion = conversion_of(annotation)
            if conversion is not None:
                self._conversions[name] = conversion
        self._fields: Optional[List[str]] = None
        self._absent: Dict[str, Any] = {}
        if dataclasses.is_dataclass(kind):
            fields = [f for f in dataclasses.fields(kind) if f.init]
            self._fields = [f.name for f in fields]
            self._absent = {
                f.name: None
                for f in fields
                if f.default is f.default_factory is dataclasses.MISSING
            }

    def arrives(self, columns: Dict[str, Any]) -> Dict[str, Any]:
        """The columns as PL/Python shows them; annotated values are taken for what they mean."""
        return {
            k: self._conversions[k].shower(v)
            if k in self._conversions and v is not None and type(v) is not str
            else v
            for k, v in columns.items()
        }

    def read(self, columns: Dict[str, Any]) -> Dict[str, Any]:
        """The annotated values of those columns that the class has."""
        return {
            **self._absent,
            **{k: v for k, v in self.shown(columns).items() if self._has(k)},
        }

    def shown(self, columns: Dict[str, Any]) -> Dict[str, Any]:
        """The annotated values of all columns."""
        return {
            k: self._conversions[k].reader(v)
            if k in self._conversions and type(v) in (str, list)
            else v
            for k, v in columns.items()
        }

    def _has(self, name: str) -> bool:
        return self._fields is None or name in self._fields

    def make(self, columns: Dict[str, Any]) -> Any:
        """An object."""
        if self._kind.__init__ is object.__init__:
            made = self._kind.__new__(self._kind)
            made.__dict__.update(columns)
            return made
        return self._kind(**columns)

    @staticmethod
    def held(made: Any, columns: Dict[str, Any], new: Dict[str, Any]) -> Dict[str, Any]:
        """The columns that an object has: those it was made of, and others of the table's."""
        own = getattr(made, "__dict__", {})
        found = {k: v for k, v in own.items() if k in columns or k in new}
        for k in columns:
            if k not in found and hasattr(made, k):
                found[k] = getattr(made, k)
        return found

    def written(self, columns: Dict[str, Any], new: Dict[str, Any]) -> Dict[str, Any]:
        """The columns as they go back to PL/Python."""
        return {
            k: self._conversions[k].writer(v)
            if k in self._conversions and v is not None and type(new.get(k)) is not dict
            else v
            for k, v in columns.items()
        }


def model_of(
    function: Callable[..., Any], parameter: str, declared: List[Trigger]
) -> Optional[Model]:
    """The one that the parameter's annotation names, else the one that the triggers name."""
    annotations = _annotations(function)
    if parameter in annotations:
        kind = annotations[parameter]
        alternatives = [a for a in typing.get_args(kind) if a is not type(None)]
        kind = alternatives[0] if len(alternatives) == 1 else kind
        return Model(kind) if _is_model(kind) else None
    kinds = {trigger.model for trigger in declared if trigger.model is not None}
    return Model(kinds.pop()) if len(kinds) == 1 else None


def _is_model(kind: Any) -> bool:
    return (
        isinstance(kind, type)
        and not issubclass(kind, row.Row)
        and kind.__module__ not in ("builtins", "typing")
    )


def _annotations(owner: Any) -> Dict[str, Any]:
    """Those that can be understood, of base classes too."""
    try:
        return typing.get_type_hints(owner, include_extras=True)
    except (NameError, TypeError, AttributeError):
        found: Dict[str, Any] = {}
        for one in reversed(getattr(owner, "__mro__", (owner,))):
            names = getattr(sys.modules.get(one.__module__), "__dict__", {})
            for name, annotation in getattr(one, "__annotations__", {}).items():
                found[name] = _understood(annotation, names)
        return found


def _understood(annotation: Any, names: Dict[str, Any]) -> Any:
    """Python before 3.10 has no ``dict | None``; the None does not matter here."""
    if not isinstance(annotation, str):
        return annotation
    parts = [part.strip() for part in annotation.split("|")]
    try:
        return eval(" ".join(part for part in parts if part != "None"), names)
    except Exception:
        return None
