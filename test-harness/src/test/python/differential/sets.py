"""Set-returning functions: generators, iterators, lists; tables; OUT parameters."""

import itertools
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Iterator, NamedTuple, Optional

from plpython import plfunction


@dataclass
class Line:
    number: int
    text: Optional[str]
    day: date
    tags: list[str]
    extra: dict


class Pair(NamedTuple):
    key: str
    value: Decimal


@dataclass
class Single:
    only: str


@plfunction
def counted(n: int) -> Iterator[int]:
    for i in range(n):
        yield i


@plfunction
def truths(n: int) -> Iterator[int]:
    yield from (i > 1 for i in range(n))


@plfunction
def listed(n: int) -> Iterator[str]:
    return [str(i) * i for i in range(n)]


@plfunction
def expression(n: int) -> Iterable[float]:
    return (i / 4 for i in range(n))


@plfunction
def of_itertools(words: list[str]) -> Iterator[list[str]]:
    return itertools.permutations(words)


@plfunction
def mapped(v: list[int]) -> Iterator[Optional[int]]:
    return map(lambda x: x and x * 2, v)


@plfunction
def of_dict(v: dict) -> Iterator[str]:
    return v


@plfunction
def of_range(n: int) -> Iterable[int]:
    return range(0, -n, -1)


@plfunction
def generator(n: int) -> Generator[Decimal, None, str]:
    total = Decimal()
    try:
        while total < n:
            total += Decimal("0.5")
            yield total
    finally:
        total = None
    return "done"


@plfunction
def days(start: date, n: int) -> Iterator[date]:
    for i in range(n):
        yield start + timedelta(i)


@plfunction
def documents(n: int) -> Iterator[dict]:
    for i in range(n):
        yield {"n": i} if i else None


@plfunction
def lines(source: str) -> Iterator[Line]:
    for i, line in enumerate(source.splitlines(), 1):
        yield Line(i, line or None, date(2024, 1, i), line.split(), {"length": len(line)})


@plfunction
def pairs(v: dict) -> Iterator[Pair]:
    return [Pair(k, Decimal(str(n))) for k, n in sorted(v.items())]


@plfunction
def singles(n: int) -> Iterator[Single]:
    yield from [Single("a" * i) for i in range(n)]


@plfunction(returns={"n": "bigint", "doc": "jsonb"})
def rows(up_to: int) -> Iterator[tuple]:
    for i in range(up_to):
        yield i * 2**40, {"i": i}


@plfunction(returns={"total": "bigint", "doc": "jsonb"})
def pair(a: int) -> tuple:
    return a * 2**33, [a]


@plfunction(returns={"total": "bigint", "word": "text"})
def named(a: int) -> dict:
    return {"word": "x" * a, "total": a}


@plfunction(returns={"key": "text", "value": "numeric"})
def of_class(a: str) -> Pair:
    return Pair(a, Decimal("1.50"))


@plfunction(returns="bigint")
def wide(a: int) -> int:
    return a << 31


@plfunction
def early(n: int) -> Iterator[int]:
    if n < 0:
        return
    yield n
    if n == 5:
        raise StopIteration("in a generator")
    yield -n


@plfunction
def late(n: int) -> Iterator[int]:
    yield 1 // n
    yield {}["missing"]


@plfunction
def tee(n: int) -> Iterator[int]:
    a, b = itertools.tee(range(n))
    next(b, None)
    return (x * y for x, y in zip(a, b))


@plfunction
def sent(n: int) -> Iterator[int]:
    def echo():
        got = yield 0
        while True:
            got = yield got * 2

    source = echo()
    next(source)
    for i in range(n):
        yield source.send(i)
    source.close()


@plfunction
def delegated() -> Iterator[str]:
    def part():
        yield "a"
        return "b"

    result = yield from part()
    yield result


@plfunction
def texts(v: list[str]) -> Iterator[Annotated[str, "varchar(2)"]]:
    return v


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if not self.n:
            raise StopIteration
        self.n -= 1
        return self.n


@plfunction
def own(n: int) -> Iterator[int]:
    return Countdown(n)


if __name__ == "__main__":
    from plain import call

    for n in 0, 1, 3:
        call(counted, n)
        call(truths, n)
        call(listed, n)
        call(expression, n)
        call(of_range, n)
        call(generator, n)
        call(documents, n)
        call(singles, n)
        call(rows, n)
        call(tee, n)
        call(sent, n)
        call(own, n)
    call(counted, 3000)
    call(of_itertools, ["a", "b,", "c"])
    call(of_itertools, [])
    call(mapped, [1, None, 0])
    call(of_dict, {"a": 1, "b": 2})
    call(days, date(2024, 2, 28), 3)
    call(days, date(9999, 12, 31), 2)
    call(lines, "one two\n\n'three' \"x\"")
    call(pairs, {"b": 1.5, "a": 2})
    call(pair, 3)
    call(named, 3)
    call(of_class, "k")
    call(wide, 3)
    call(early, -1)
    call(early, 4)
    call(early, 5)
    call(late, 1)
    call(delegated)
    call(texts, ["ab", ""])
