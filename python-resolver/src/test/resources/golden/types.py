from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, NamedTuple
from uuid import UUID
from plpython import plfunction, pltype


class Colour(Enum):
    RED = "red"


@pltype("shop.pt")
class Position(NamedTuple):
    x: float
    at: datetime


@dataclass
class Entry:
    where: Position
    colours: list[Colour]
    note: dict


@plfunction
def composites(entry: Entry, more: list[Position]) -> Entry:
    return entry


@plfunction
def moments(a: date, b: time, c: datetime, d: timedelta) -> timedelta:
    return d


@plfunction
def named(
    a: Annotated[int, "bigint"],
    b: Annotated[int, "numeric"],
    c: Annotated[Decimal, "float8"],
    d: Annotated[datetime, "timestamp"],
    json: Annotated[Any, "jsonb"],
    e: list[UUID],
) -> list[Annotated[time, "timetz"]]:
    return []
