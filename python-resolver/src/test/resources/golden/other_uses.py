import functools
from typing import Annotated
from django_plpy.installer.builder import plfunction as wrong
import plpython
from plpython import plfunction
from plpy import pltrigger

again = plfunction
stable = plpython.plfunction(volatility="stable")
partly = functools.partial(plfunction, schema="shop")


@wrong
def a() -> None:
    pass


@pltrigger
def b() -> None:
    pass


@plfunction
def sql(
    a: Annotated[int, "int DEFAULT 1) returns int language sql as 'select 42'; create table t(x int"],
    b: Annotated[int, "int DEFAULT (1"],
    c: Annotated[int, "int DEFAULT 1, d int"],
    e: Annotated[int, "int DEFAULT 5"] = 6,
    f: Annotated[int, "int DEFAULT greatest(1, 2)"] = None,
) -> int:
    return 1
