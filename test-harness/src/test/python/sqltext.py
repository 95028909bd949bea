"""SQL for Python's values, by their annotations: what the differential tests hold against.

Written apart from the product, so that a mistake in its conversions is not one here as well.
"""

import dataclasses
import datetime
import decimal
import enum
import json
import typing
import uuid
from collections import abc

_SCALARS = {
    int: "integer",
    float: "double precision",
    bool: "boolean",
    str: "text",
    bytes: "bytea",
    decimal.Decimal: "numeric",
    uuid.UUID: "uuid",
    datetime.date: "date",
    datetime.time: "time without time zone",
    datetime.datetime: "timestamp with time zone",
    datetime.timedelta: "interval",
    dict: "jsonb",
    abc.Mapping: "jsonb",
    abc.MutableMapping: "jsonb",
}
named = {}
"""The classes that name their SQL type."""

_SETS = (abc.Iterator, abc.Iterable, abc.Generator)
_ARRAYS = (list, abc.Sequence, abc.MutableSequence, abc.Collection)


def quote(text):
    """The text as an SQL constant."""
    if "\0" in text:
        raise ValueError("no SQL text holds a NUL")
    return "'" + text.replace("'", "''") + "'"


def identifier(name):
    """The name, quoted."""
    return '"' + name.replace('"', '""') + '"'


def bare(hint):
    """The annotation without None, aliases and wrappers; an SQL type that is named stays."""
    while True:
        if isinstance(hint, typing.NewType):
            hint = hint.__supertype__
        elif hasattr(hint, "__value__"):
            hint = hint.__value__
        elif typing.get_origin(hint) is typing.Literal:
            hint = type(next(v for v in typing.get_args(hint) if v is not None))
        else:
            others = [a for a in typing.get_args(hint) if a is not type(None)]
            if len(others) < 2 and type(None) in typing.get_args(hint):
                hint = others[0]
            else:
                return hint


def element_of_set(hint):
    """What a set-returning function yields; None for any other annotation."""
    hint = bare(hint)
    return typing.get_args(hint)[0] if typing.get_origin(hint) in _SETS else None


def is_row(hint):
    """Whether a dataclass or a NamedTuple is annotated."""
    return dataclasses.is_dataclass(hint) or hasattr(hint, "_fields")


def columns(cls):
    """Names and annotations of a row's columns."""
    hints = typing.get_type_hints(cls, include_extras=True)
    if dataclasses.is_dataclass(cls):
        return [(f.name, hints[f.name]) for f in dataclasses.fields(cls) if f.init]
    return [(name, hints[name]) for name in cls._fields]


def sql_type(hint):
    """The SQL type that an annotation means."""
    hint = bare(hint)
    origin = typing.get_origin(hint)
    if origin is typing.Annotated:
        texts = [m for m in hint.__metadata__ if isinstance(m, str)]
        return texts[0].split(" DEFAULT ")[0] if texts else sql_type(hint.__origin__)
    if origin in _ARRAYS:
        element = sql_type(typing.get_args(hint)[0])
        return element if element.endswith("[]") else element + "[]"
    if typing.is_typeddict(hint):
        return "jsonb"
    if origin or hint in _SCALARS:
        return _SCALARS[origin or hint]
    return named.get(hint) or identifier(hint.__name__.lower())


def expression(value, hint):
    """An SQL expression for the value, of exactly the annotated type."""
    hint = bare(hint)
    kind = sql_type(hint)
    if value is None:
        return f"NULL::{kind}"
    inner = bare(hint.__origin__) if typing.get_origin(hint) is typing.Annotated else hint
    if is_row(inner):
        cells = [expression(getattr(value, name), of) for name, of in columns(inner)]
        return f"ROW({', '.join(cells)})::{kind}"
    if kind.endswith("[]"):
        return _array(value, inner, kind)
    if kind in ("json", "jsonb"):
        return f"{quote(json.dumps(value))}::{kind}"
    return f"{quote(_text(value, inner))}::{kind}"


def _array(value, hint, kind):
    if not value:
        return f"'{{}}'::{kind}"
    of = typing.get_args(hint)[0]
    element = typing.Annotated[_innermost(of), kind[:-2]]
    cells = [
        _array(v, hint if typing.get_origin(bare(of)) not in _ARRAYS else bare(of), kind)
        if isinstance(v, (list, tuple)) and not is_row(type(v))
        else expression(v, element)
        for v in value
    ]
    return f"ARRAY[{', '.join(cells)}]::{kind}"


def _innermost(hint):
    while typing.get_origin(bare(hint)) in _ARRAYS:
        hint = typing.get_args(bare(hint))[0]
    return hint


def _text(value, hint):
    if isinstance(value, enum.Enum) and isinstance(hint, type) and issubclass(hint, enum.Enum):
        return value.value
    if isinstance(value, bool):
        return str(int(value)) if hint in (int, float, decimal.Decimal) else str(value)
    if isinstance(value, bytes):
        return "\\x" + value.hex()
    if isinstance(value, float):
        return float.__repr__(value)
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, datetime.timedelta):
        return f"{value.days} days +{value.seconds}.{value.microseconds:06} seconds"
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return str.__str__(value) if isinstance(value, str) else str(value)
