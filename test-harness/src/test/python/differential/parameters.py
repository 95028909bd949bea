"""Every way to pass arguments, and every kind of default."""

import math
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Final, Literal, NewType, Optional
from uuid import UUID

from plpython import plfunction

RATE = Decimal("0.19")
WORDS: Final = ["a", "b"]
UserId = NewType("UserId", int)
Row = Optional[dict]
Big = Annotated[int, "bigint"]
Texts = list[str]


def stamp():
    return "computed"


@plfunction
def literals(
    a: int = -1, b: str = "it's \\ ok\n", c: bool = True, d: float = 1e300, e: Optional[str] = None
) -> str:
    return repr((a, b, c, d, e))


@plfunction
def constants(
    a: int = 24 * 60, b: Decimal = Decimal("0.10"), c: float = -0.0, d: Big = 2**40, e: float = math.pi
) -> str:
    return repr((a, b, c, d, e))


@plfunction
def computed(
    a: str = stamp(), b: Decimal = RATE, c: date = date(2024, 1, 2), d: timedelta = timedelta(hours=1)
) -> str:
    return repr((a, b, c, d))


@plfunction
def mutable(a: int, seen: list[int] = []) -> list[int]:
    seen.append(a)
    return seen


@plfunction
def mutable_dict(a: str, seen: dict = {}) -> dict:
    seen[a] = len(seen)
    return seen


@plfunction
def shared(words: list[str] = WORDS) -> list[str]:
    WORDS.append("c")
    return words


@plfunction
def keywords(a: int, *, b: int = 2, c: str = "x") -> str:
    return f"{a} {b} {c}"


@plfunction
def only_keywords(*, first: str, last: str) -> str:
    return f"{last}, {first}"


@plfunction
def positional(a: int, b: int = 5, /, c: int = 7) -> list[int]:
    return [a, b, c]


@plfunction
def rest(sep: str, *parts: str) -> str:
    assert type(parts) is tuple
    return sep.join(parts)


@plfunction
def numbers(*values: int) -> int:
    return sum(values)


@plfunction
def days(*values: date) -> list[date]:
    return sorted(values)


@plfunction
def nothing() -> None:
    return None


@plfunction
def no_result(a: int):
    a += 1


@plfunction
def user(v: UserId) -> UserId:
    return UserId(v + 1)


@plfunction
def aliased(row: Row = None, texts: Texts = [], big: Big = 0) -> str:
    return repr((row, texts, big))


@plfunction
def literal(v: Literal["a", "b", None] = "a", n: Literal[1, 2] = 1) -> str:
    return f"{v!r} {n!r}"


@plfunction
def key(v: UUID, w: UUID = UUID(int=1)) -> UUID:
    return max(v, w)


@plfunction
def reassigned(a: int, b: str, c: list[int]) -> str:
    a += 1
    b = b and b * 2
    c, (d, *e) = [a], "xyz"
    for a in c:
        pass
    with_del = a
    del a
    return repr((b, c, d, e, with_del))


@plfunction
def owned(args: int, SD: int, TD: int, plpy: str, GD_: int) -> str:
    return repr((args, SD, TD, plpy, GD_))


@plfunction
def of_builtins(type: str, int: Annotated[int, "numeric"], list: list[int], id: int, str: str) -> str:
    return f"{type} {int} {list} {id} {str}"


@plfunction
def more_builtins(
    isinstance: int, len: int, dict: dict, ValueError: date, float: Annotated[float, "numeric"]
) -> Decimal:
    return Decimal(isinstance + len + dict["a"] + ValueError.day) + Decimal(float)


@plfunction
def int_only(int: str) -> bool:
    return int == "x"


@plfunction
def counted(int: str) -> int:
    return int == "x"


@plfunction
def text_of(str: str) -> str:
    return str + "!"


@plfunction
def of_ours(call: int, load: int, entry: int, module: int, convert: dict, source: str, result: int) -> int:
    return call + load + entry + module + len(convert) + len(source) + result


@plfunction
def reserved(select: int, table: str, user: str, order: int) -> str:
    return f"{select} {table} {user} {order}"


@plfunction
def MixedCase(Value: int) -> int:
    return Value


@plfunction
def größe(länge: int, µ: int = 2, ﬁ: int = 3) -> int:
    Ñandú = länge * µ * fi
    return Ñandú


@plfunction
def ranges(
    v: Annotated[str, "int4range"], w: Annotated[str, "inet"], x: Annotated[Any, "money"]
) -> Annotated[str, "int4range"]:
    return v if w and x else "empty"


@plfunction
def anything(v: Annotated[Any, "point"], w: Annotated[object, "bigint"]) -> str:
    return f"{v!r} {w!r}"


if __name__ == "__main__":
    from plain import call, calls, refused

    call(literals)
    call(literals, 2, "x")
    call(literals, e="x", a=3)
    call(literals, None, None, None, None, None)
    call(constants)
    call(constants, b=Decimal("1.000"), e=1.0)
    call(computed)
    call(computed, "x", d=timedelta(1))
    call(mutable, 1, [5])
    call(mutable_dict, "a", {"x": 1})
    call(shared)
    call(shared)
    call(shared, ["own"])
    call(keywords, 1)
    call(keywords, 1, c="y", b=3)
    call(only_keywords, first="Ada", last="Lovelace")
    call(positional, 1)
    call(positional, 1, 2)
    call(positional, 1, 2, 3)
    call(rest, "-")
    call(rest, "-", "a")
    call(rest, "-", "a", "", "c")
    call(numbers)
    call(numbers, 1, 2, 3)
    call(days, date(2024, 1, 2), date(2024, 1, 1))
    call(nothing)
    call(no_result, 1)
    calls(user, [1, -5])
    call(aliased)
    call(aliased, {"a": 1}, ["b"], 2**40)
    call(literal)
    call(literal, "b", 2)
    call(literal, None)
    call(key, UUID(int=0))
    call(key, UUID("ffffffff-ffff-ffff-ffff-ffffffffffff"), UUID(int=5))
    call(reassigned, 1, "b", [9])
    call(reassigned, 1, "", [])
    call(owned, 1, 2, 3, "p", 5)
    call(owned, 1, 2, 3, None, 5)
    call(of_builtins, "t", 12, [1, 2], 4, "s")
    call(more_builtins, 1, 2, {"a": 3}, date(2024, 1, 4), 0.5)
    calls(int_only, ["x", "y"])
    calls(counted, ["x", "y"])
    call(text_of, "x")
    call(of_ours, 1, 2, 3, 4, {"a": 1}, "abc", 7)
    call(reserved, 1, "t", "u", 2)
    call(MixedCase, 5)
    call(größe, 5)
    call(größe, länge=5, µ=1)
    call(ranges, "[1,5)", "10.0.0.1", "$1.50")
    call(anything, "(1,2)", 2**40)
