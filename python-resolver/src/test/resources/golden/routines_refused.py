from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated, Iterator, Optional
from plpython import plaggregate, plfunction, plprocedure, pltype


@dataclass
class Item:
    n: int


@dataclass
class Point:
    x: int


@dataclass
class Node:
    next: "Node"


class Level(Enum):
    LOW = 1


class Plain:
    pass


@plfunction
def column_is_parameter(n: int) -> Iterator[Item]:
    return []


@plfunction(rows=10)
def rows_of_one() -> int:
    return 1


@plfunction(set={"search_path": "FROM CURRENT", "work_mem": None}, grant={"app": "all"}, transforms=["a b;"])
def attributes() -> int:
    return 1


@plfunction
def after_variadic(*rest: int, key: int) -> int:
    return 1


@plfunction
def default_takes_none(a: Optional[date] = date(2024, 1, 1)) -> int:
    return 1


@plfunction(strict=True)
def default_of_strict(a: date = date(2024, 1, 1)) -> int:
    return 1


@plfunction
def positional_only(a: date = date(2024, 1, 1), /) -> int:
    return 1


@plfunction
def classes(a: Point, b: Node, c: Level, d: Plain) -> int:
    return 1


@plfunction
def types(
    a: set[int],
    b: tuple[int, int],
    c: Annotated[int, "bytea"],
    d: Annotated[int, "anyelement"],
    e: Annotated[list[int], "text"],
    f: Annotated[int, "int; drop"],
) -> int:
    return 1


@plfunction(returns="nonsense; drop")
def bad_result() -> int:
    return 1


@plprocedure(volatility="stable", returns="integer")
def procedure_options() -> int:
    return 1


@plprocedure
def procedure_result() -> int:
    return 1


@plprocedure
def procedure_set() -> Iterator[int]:
    yield 1


@plfunction(returns={"b": "integer", "a": "integer"})
def output_order(a: int) -> tuple:
    return 1, 2


@plfunction(returns={"n": "integer", "m": "integer"})
def output_fields() -> Item:
    return Item(1)


@plaggregate(name="no_state")
@plfunction
def not_a_state(a: int, b: int) -> str:
    return ""


@plaggregate(final="nowhere")
@plfunction
def state(a: int, b: int) -> int:
    return a


@plaggregate(name="lonely")
def not_installed(a: int, b: int) -> int:
    return a


@pltype("x")
@plfunction(comment="")
def on_function() -> None:
    pass


@plprocedure(name="on_function")
def same_name() -> None:
    pass
