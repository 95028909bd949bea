"""Enums, dataclasses and NamedTuples as SQL types, and arrays of them."""

from __future__ import annotations

import dataclasses
from dataclasses import KW_ONLY, dataclass, field
from datetime import date, datetime, timezone
from decimal import Decimal
from enum import Enum, StrEnum, unique
from typing import ClassVar, Iterator, NamedTuple, Optional
from uuid import UUID

from plpython import plfunction, pltype


@unique
class Colour(Enum):
    RED = "red"
    GREEN = "light green"
    BLUE = "it's \"blue\""

    @property
    def short(self):
        return self.value[0]

    @classmethod
    def first(cls):
        return next(iter(cls))


class Size(StrEnum):
    SMALL = "s"
    LARGE = "l"

    def larger(self):
        return Size.LARGE


@pltype("kind")
class BookKind(str, Enum):
    NOVEL = "novel"
    OTHER = "other"


class Spot(NamedTuple):
    x: float
    y: float = 0.0

    def moved(self, by: Spot) -> Spot:
        return self._replace(x=self.x + by.x, y=self.y + by.y)


@dataclass(frozen=True, order=True)
class Price:
    amount: Decimal
    currency: str = "EUR"

    def __post_init__(self):
        if len(self.currency) != 3:
            raise ValueError(f"no currency: {self.currency!r}")

    def __add__(self, other: Price) -> Price:
        return dataclasses.replace(self, amount=self.amount + other.amount)


@dataclass
class Base:
    id: int
    name: str


@dataclass
class Item(Base):
    VAT: ClassVar[Decimal] = Decimal("0.19")
    price: Optional[Price] = None
    tags: list[str] = field(default_factory=list)
    size: Size = Size.SMALL
    _: KW_ONLY
    extra: dict = field(default_factory=dict, repr=False)
    total: int = field(init=False, default=0)

    def __post_init__(self):
        self.total = len(self.tags)


@dataclass(slots=True)
class Shape:
    corners: list[Spot]
    colour: Colour | None = None


@dataclass(kw_only=True)
class Stamp:
    at: datetime
    day: date
    key: UUID
    raw: bytes
    ok: bool


class Plain(NamedTuple):
    a: int
    b: str


@plfunction
def same_colour(v: Colour) -> Colour:
    return v


@plfunction
def shown_colour(v: Optional[Colour]) -> str:
    return f"{v!r} {v and v.short} {v is Colour.RED} {Colour.first().name}"


@plfunction
def colours(v: list[Colour]) -> list[Colour]:
    return [c for c in Colour if c not in v]


@plfunction
def by_name(name: str) -> Colour:
    return Colour[name]


@plfunction
def by_value(value: str) -> Colour:
    return Colour(value)


@plfunction
def larger(v: Size) -> Size:
    return v.larger()


@plfunction
def size_text(v: Size) -> str:
    return v


@plfunction
def sizes(v: Size) -> list[str]:
    return [v, v.upper(), f"{v}", str(v == "s")]


@plfunction
def book_kind(v: BookKind) -> BookKind:
    return BookKind.OTHER if v is BookKind.NOVEL else v


@plfunction
def kind_text(v: BookKind) -> str:
    return v


@plfunction
def same_spot(v: Spot) -> Spot:
    return v


@plfunction
def shown_spot(v: Spot) -> str:
    return f"{v!r} {v == (v.x, v.y)} {type(v).__name__}"


@plfunction
def moved(v: Spot, by: Spot) -> Spot:
    return v.moved(by)


@plfunction
def spots(v: list[Spot]) -> list[Spot]:
    return sorted(v, reverse=True)


@plfunction
def centre(v: Shape) -> Spot:
    n = len(v.corners)
    return Spot(sum(p.x for p in v.corners) / n, sum(p.y for p in v.corners) / n)


@plfunction
def coloured(v: Shape, colour: Colour) -> Shape:
    v.colour = colour
    v.corners.append(Spot(1.0))
    return v


@plfunction
def added(a: Price, b: Price) -> Price:
    return a + b


@plfunction
def largest(v: list[Price]) -> Price:
    return max(v, default=None)


@plfunction
def frozen(v: Price) -> Price:
    v.amount = Decimal(0)
    return v


@plfunction
def shown_item(v: Item) -> str:
    return f"{v!r} {v.extra} {v.total} {v.VAT}"


@plfunction
def same_item(v: Item) -> Item:
    return v


@plfunction
def new_item(id: int, name: str, amount: Optional[Decimal] = None) -> Item:
    return Item(id, name, None if amount is None else Price(amount), ["a", "b,c"], extra={"n": [id]})


@plfunction
def items(n: int) -> list[Item]:
    return [Item(i, f"no. {i}", Price(Decimal(i), "USD"), extra={}) for i in range(n)]


@plfunction
def stamped(v: Stamp) -> Stamp:
    return dataclasses.replace(v, ok=not v.ok, raw=v.raw[::-1])


@plfunction
def shown_stamp(v: Stamp) -> str:
    return repr(v)


@plfunction
def in_dict(v: Item) -> dict:
    names = [f.name for f in dataclasses.fields(v)]
    return dataclasses.asdict(v) | {"price": str(v.price), "fields": names}


@plfunction
def each_item(n: int) -> Iterator[Base]:
    for i in range(n):
        yield Base(i, "x" * i) if i != 1 else Base(i, None)


@plfunction
def plains() -> Iterator[Plain]:
    yield Plain(1, "a")
    yield Plain(2, 'b "quoted", (x)')


@plfunction
def stored(n: int) -> Iterator[Price]:
    yield from (Price(Decimal(i), "EUR") for i in range(n))


if __name__ == "__main__":
    from plain import call, calls, setup

    setup(
        "CREATE TYPE colour AS ENUM ('red', 'light green', 'it''s \"blue\"')",
        "CREATE TYPE size AS ENUM ('s', 'l')",
        "CREATE TYPE kind AS ENUM ('novel', 'other')",
        "CREATE TYPE spot AS (x double precision, y double precision)",
        "CREATE TYPE price AS (amount numeric, currency text)",
        "CREATE TYPE shape AS (corners spot[], colour colour)",
        "CREATE TYPE stamp AS (at timestamptz, day date, key uuid, raw bytea, ok boolean)",
        "CREATE TYPE item AS (id int, name text, price price, tags text[], size size, extra jsonb)",
    )
    calls(same_colour, [*Colour, None])
    calls(shown_colour, [*Colour, None])
    call(colours, [Colour.RED])
    call(colours, [])
    call(by_name, "GREEN")
    call(by_name, "green")
    call(by_value, "light green")
    call(by_value, "GREEN")
    calls(larger, [*Size])
    calls(size_text, [*Size])
    calls(sizes, [*Size])
    calls(book_kind, [*BookKind])
    calls(kind_text, [*BookKind])
    pts = [Spot(1.0), Spot(-0.0, 5e-324), Spot(float("inf"), float("nan")), Spot(None, 1.0)]
    calls(same_spot, pts + [None])
    calls(shown_spot, pts)
    call(moved, Spot(1.0, 2.0), by=Spot(0.1))
    call(spots, [Spot(1.0), Spot(2.0, -1.0), Spot(1.0, 1.0)])
    call(spots, [])
    shape = Shape([Spot(0.0), Spot(2.0, 4.0)], Colour.BLUE)
    call(centre, shape)
    call(centre, Shape([]))
    call(coloured, shape, Colour.GREEN)
    call(coloured, Shape([]), None)
    call(added, Price(Decimal("1.10")), Price(Decimal("2.205"), "USD"))
    call(largest, [Price(Decimal(1)), Price(Decimal(3)), Price(Decimal(2), "USD")])
    call(largest, [])
    call(frozen, Price(Decimal(1)))
    full = Item(1, "a,\"b\" (c)", Price(Decimal("1.50")), ["x", "{y}"], Size.LARGE, extra={"a": [1]})
    calls(shown_item, [full, Item(2, "")])
    calls(same_item, [full, Item(2, ""), None])
    call(new_item, 1, "it's", Decimal("1.5"))
    call(new_item, 2, "")
    call(items, 3)
    call(items, 0)
    stamp = Stamp(
        at=datetime(2024, 1, 2, 3, 4, 5, 6, timezone.utc),
        day=date(999, 1, 1),
        key=UUID(int=7),
        raw=b"\0a\xff",
        ok=True,
    )
    call(stamped, stamp)
    call(shown_stamp, stamp)
    call(in_dict, full)
    call(each_item, 3)
    call(each_item, 0)
    call(plains)
    call(stored, 2)
