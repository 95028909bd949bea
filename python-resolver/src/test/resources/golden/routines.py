from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Iterator
from plpython import plaggregate, plfunction, plprocedure

FIRST = date(2024, 1, 1)


@dataclass
class Item:
    n: int
    day: date | None


@plfunction(
    schema="shop",
    strict=True,
    rows=20,
    cost=2.5,
    support="pg_catalog.generate_series_int4_support",
    set={"search_path": "shop, public", "work_mem": "8MB", "plpython.note": "it's", "jit": False},
    transforms=["hstore"],
    owner="keeper",
    grant={"app": "execute", "public": "execute"},
    comment="Says 'items'.",
)
def items(up_to: int) -> Iterator[Item]:
    yield Item(up_to, None)


@plfunction
def dates(*days: date) -> Iterator[date]:
    return days


@plfunction
def defaults(
    a: Decimal = Decimal("0.19"),
    b: int = 24 * 60,
    c: list[str] = [],
    d: date = FIRST,
    *,
    e: Annotated[datetime, "timestamptz DEFAULT now()"],
) -> bool:
    return True


@plfunction(returns={"total": "bigint", "doc": "jsonb"})
def outputs(a: int) -> tuple:
    return a, {}


@plprocedure(security="definer", returns={"a": "integer"})
def book(a: int) -> int:
    return a + 1


@plaggregate(name="mean", initial="{0,0}", final="mean_of", parallel="safe", comment="The mean.")
@plfunction(schema="stats")
def add(state: list[float], value: float) -> list[float]:
    return [state[0] + 1, state[1] + value]


@plfunction(schema="stats")
def mean_of(state: list[float]) -> float:
    return state[1] / state[0]
