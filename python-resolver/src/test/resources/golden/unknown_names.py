import plpython
from plpython import plfunction, plfuntion, pltrigger, Rows
from datetime import date

Ids = int


@plfuntion
def misspelt(a: int) -> int:
    return a


@plpython.plfunctoin(schema="shop")
def misspelt_too(a: int) -> int:
    return a


@plfunction(name="shop.f", **{"schema": "shop"})
def types(a: Decimal, b: List[int], c: date, d: Ids, e: list[UUID]) -> Optional[int]:
    return a


@pltrigger("UPDATE", "BEFORE", table="t", name="s.t")
def by_position(new):
    pass


@plfunction
def nested(a: list[list[dict]]) -> list[list[int]]:
    return []
