from typing import Any
from plpython import plfunction, pltable, pltrigger


@plfunction
def no_annotation(a, b: int):
    return a


@plfunction(volatile="immutable", schema=SCHEMA, parallel="sure", strict=1, cost=0, schema2="x")
def options(a: int) -> int:
    return a


@plfunction("shop")
def types(a: Any, b: "list[", c: list, d: int | str = 1, *args: int, **kwargs: int) -> object:
    pass


@plfunction
def defaults(a: int = 1, b: str = 2, *, c: int) -> None:
    pass


@plfunction
async def waits() -> None:
    pass


@plfunction
def generates() -> list[int]:
    yield 1


@plfunction
def twice(a: int) -> int:
    return a


@plfunction(name="twice")
def again(b: int) -> int:
    return b


@plfunction
def a_name_that_is_longer_than_postgresql_keeps_it_which_is_63_bytes() -> None:
    pass


@pltrigger(event="INSERT", when="BEFORE")
def no_table(new):
    pass


@pltrigger(event="TRUNCATE", when="INSTEAD OF", table="a.b.c", of=["x"], colour="red")
def wrong(news, old):
    pass


@pltrigger
def bare(new):
    pass


class Book:
    pass


@pltrigger(event="INSERT", when="BEFORE", model=Book)
@pltrigger(event="INSERT", when="BEFORE", model=Other, table="x")
@pltrigger(event="INSERT OR INSERT", when="BEFORE", table="x", of=["a"], name="n")
@pltrigger(event="INSERT", when="BEFORE", table="x", of=["a"], name="o")
def models(new):
    return pltable


@plfunction
@pltrigger(event="INSERT", when="BEFORE", table="x")
def both(new):
    pass


def outer():
    @plfunction
    def inner() -> None:
        pass


@pltable("x")
def not_a_class():
    pass


@plfunction
class NotAFunction:
    pass


import os, plpython


@plfunction
def hidden(SD: int, GD: int, __builtins__: int) -> None:
    pass


@plfunction
def redefined(a: int) -> int:
    """NUL: \0"""


def redefined(a):
    pass
