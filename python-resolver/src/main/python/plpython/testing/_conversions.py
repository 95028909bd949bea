"""What stands between PL/Python's own value of a column and the annotated one of a model's field.

Each reader and writer takes a value that is not None. They are those of an installed function,
but for the date or interval that DateStyle or IntervalStyle writes in another way than ISO.
"""

import datetime
import enum
import json
import re
import typing
import uuid
from collections.abc import (
    Collection,
    Mapping,
    MutableMapping,
    MutableSequence,
    Sequence,
)
from typing import Any, Callable, NamedTuple, Optional

_ARRAYS = (list, Sequence, MutableSequence, Collection)
_INTERVAL = re.compile(
    r"(?:(-?\d+) days?,?)? ?(?:([+-]?)(\d+):(\d\d):(\d\d)(?:\.(\d+))?)?", re.ASCII
)
_DURATION = re.compile(r"P(-?\d+)DT(\d+)\.(\d{6})S", re.ASCII)


class Conversion(NamedTuple):
    """One field's.

    reader: makes the annotated value of PL/Python's, a text.
    writer: makes of the annotated value what goes back to PL/Python.
    shower: makes of the annotated value the text that PL/Python shows of it.
    """

    reader: Callable[[Any], Any]
    writer: Callable[[Any], Any]
    shower: Callable[[Any], Any]


def conversion_of(annotation: Any) -> Optional[Conversion]:
    """The conversion that an annotation asks for; None if PL/Python's own value serves."""
    kind = _bare(annotation)
    if typing.get_origin(kind) in _ARRAYS and typing.get_args(kind):
        element = conversion_of(typing.get_args(kind)[0])
        return None if element is None else _of_array(element)
    kind = typing.get_origin(kind) or kind
    if not isinstance(kind, type):
        return None
    if kind in (dict, Mapping, MutableMapping) or hasattr(kind, "__total__"):
        return Conversion(json.loads, json.dumps, json.dumps)
    if issubclass(kind, enum.Enum):
        return Conversion(kind, lambda v: v.value, lambda v: v.value)
    return _SCALARS.get(kind)


def _of_array(element: Conversion) -> Conversion:
    def read(value: Any) -> Any:
        return element.reader(value) if type(value) is str else value

    def show(value: Any) -> Any:
        return value if type(value) is str else element.shower(value)

    return Conversion(
        lambda v: _each(read, v),
        lambda v: _each(element.writer, _array(v)),
        lambda v: _each(show, v),
    )


def _bare(annotation: Any) -> Any:
    """The annotation without None and without what Annotated adds."""
    while True:
        arguments = [a for a in typing.get_args(annotation) if a is not type(None)]
        if hasattr(annotation, "__metadata__"):
            annotation = arguments[0]
        elif type(None) in typing.get_args(annotation) and len(arguments) == 1:
            annotation = arguments[0]
        else:
            return annotation


def _each(convert: Callable[[Any], Any], values: Any) -> Any:
    return [
        v if v is None else _each(convert, v) if type(v) in (list, tuple) else convert(v)
        for v in values
    ]


def _array(values: Any) -> Any:
    if isinstance(values, (str, bytes, dict, set, frozenset)):
        raise TypeError("a list is annotated, but the function returned a " + type(values).__name__)
    return values


def _padded(text: str) -> str:
    """Python before 3.11 reads six digits of a second only, and zones with minutes."""
    text = re.sub(r"\.\d+", lambda part: part[0].ljust(7, "0"), text)
    return re.sub(r":[\d.]+[+-]\d\d$", r"\g<0>:00", text)


def _clock(text: str) -> datetime.time:
    if text.startswith("24"):
        raise ValueError(f"time {text} cannot be a time in Python")
    return datetime.time.fromisoformat(_padded(text))


def _moment(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(_padded(text))


def _interval(text: str) -> datetime.timedelta:
    written = _DURATION.fullmatch(text)
    if written is not None:
        days, seconds, fraction = map(int, written.groups())
        return datetime.timedelta(days, seconds, fraction)
    parts = _INTERVAL.fullmatch(text)
    if parts is None:
        raise ValueError(f"interval {text} cannot be a timedelta in Python")
    day, sign, hours, minutes, second, part = parts.groups(default="0")
    time = datetime.timedelta(
        hours=int(hours),
        minutes=int(minutes),
        seconds=int(second),
        microseconds=int(part.ljust(6, "0")),
    )
    return datetime.timedelta(int(day)) + (-time if sign == "-" else time)


def _duration(value: datetime.timedelta) -> str:
    return f"P{value.days}DT{value.seconds}.{value.microseconds:06}S"


def _day(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        raise ValueError(f"{value!r} is annotated date, and has a time: return its date()")
    return value


def _naive(value: Any) -> Any:
    if getattr(value, "tzinfo", None) is not None:
        raise ValueError(f"{value!r} has a time zone, which PostgreSQL would drop")
    return value


def _same(value: Any) -> Any:
    return value


_SCALARS = {
    uuid.UUID: Conversion(uuid.UUID, _same, str),
    datetime.date: Conversion(datetime.date.fromisoformat, _day, str),
    datetime.time: Conversion(_clock, _naive, str),
    datetime.datetime: Conversion(_moment, _same, str),
    datetime.timedelta: Conversion(_interval, _duration, str),
}
