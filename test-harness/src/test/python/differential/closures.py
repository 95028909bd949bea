"""Scopes, closures, decorators, recursion, and what they keep."""

import contextlib
import functools
import itertools
import operator
from functools import cache, lru_cache, partial, reduce, singledispatch, wraps
from typing import Iterator

from plpython import plfunction

TOTAL = 0
REGISTRY = {}
SQUARES = [n * n for n in range(5)]
TABLE = {}
for _i, _name in enumerate("abc"):
    TABLE[_name] = _i
del _i
if SQUARES[-1] > 10:
    LIMIT = 10
else:
    LIMIT = 0
try:
    import no_such_module_anywhere as fast
except ImportError:
    fast = None
with contextlib.suppress(KeyError):
    UNSET = TABLE["z"]
first, *others, last = SQUARES
add_ten = partial(operator.add, 10)
double = lambda x: x * 2  # noqa: E731


def register(name):
    def keep(function):
        REGISTRY[name] = function
        return function

    return keep


@register("up")
def _up(v):
    return v + 1


@register("down")
def _down(v):
    return v - 1


def traced(function):
    @wraps(function)
    def inner(*args, **kwargs):
        inner.calls += 1
        return function(*args, **kwargs) * 10 + inner.calls

    inner.calls = 0
    return inner


def repeat(times):
    def decorate(function):
        @wraps(function)
        def inner(*args):
            return [function(*args) for _ in range(times)]

        return inner

    return decorate


@plfunction
def step(v: int, kind: str) -> int:
    return REGISTRY[kind](v)


@plfunction
def counter() -> int:
    global TOTAL
    TOTAL += 1
    return TOTAL


@plfunction
def closures(n: int) -> list[int]:
    made = [lambda x, i=i: x + i for i in range(n)]
    late = [lambda: i for i in range(n)]
    return [f(1) for f in made] + [f() for f in late]


@plfunction
def accumulator(v: list[int]) -> list[int]:
    total = 0

    def add(x):
        nonlocal total
        total += x
        return total

    return [add(x) for x in v]


@plfunction
@traced
def twice_traced(v: int) -> int:
    return v


@plfunction
@repeat(2)
def repeated(v: int) -> list[int]:
    return v * v


@plfunction
@cache
def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@lru_cache(maxsize=2)
def slow(n):
    return [n]


@plfunction
def cached(n: int) -> list[int]:
    same = slow(n) is slow(n)
    return [*slow(n), int(same), slow.cache_info().hits]


@singledispatch
def described(v):
    return f"something {v!r}"


@described.register
def _(v: int):
    return f"int {v}"


@described.register(list)
def _described_list(v):
    return "list of " + ", ".join(map(described, v))


@plfunction
def dispatched(v: list[int], w: str) -> list[str]:
    return [described(v), described(w), described(v[0] if v else None)]


@plfunction
def constants() -> list[int]:
    return [first, last, *others, LIMIT, TABLE["c"], fast is None, add_ten(1), double(4)]


@plfunction
def unset() -> int:
    return UNSET


@plfunction
def even(n: int) -> bool:
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


@plfunction
def ackermann(m: int, n: int) -> int:
    if not m:
        return n + 1
    return ackermann(m - 1, ackermann(m, n - 1) if n else 1)


@plfunction
def deep(n: int) -> int:
    def go(k):
        return 0 if not k else 1 + go(k - 1)

    return go(n)


@plfunction
def too_deep() -> str:
    def go():
        return go()

    try:
        return go()
    except RecursionError as error:
        return type(error).__name__


@plfunction
def hanoi(n: int, a: str = "a", b: str = "b", c: str = "c") -> Iterator[str]:
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield f"{a}->{c}"
        yield from hanoi(n - 1, b, a, c)


@plfunction
def product(v: list[int]) -> int:
    return reduce(operator.mul, v, 1)


@plfunction
def comprehended(n: int) -> dict:
    return {
        "list": [x for x in range(n) if x % 2],
        "nested": [[x * y for x in range(2)] for y in range(n)],
        "dict": {str(k): v for k, v in zip(range(n), itertools.count(5))},
        "set": sorted({x % 3 for x in range(n)}),
        "flat": [a for pair in zip(range(n), range(n)) for a in pair if a],
        "walrus": [y for x in range(n) if (y := x * x) > 1],
    }


@plfunction
def shadowed(first: int) -> list[int]:
    def last():
        return first

    sum = last() + 1
    return [first, sum, SQUARES[0]]


@plfunction
def scopes(v: int) -> str:
    x = "outer"

    class Scope:
        x = "class"
        seen = [x for _ in range(1)]

        def method(self):
            return x

    return f"{Scope.x} {Scope.seen} {Scope().method()} {[x for _ in range(v)]}"


@plfunction
def by_name(name: str) -> int:
    return globals()[name]


@plfunction
def evaluated(text: str, v: int) -> int:
    return eval(text, globals(), {"v": v})


@plfunction
def executed(text: str) -> dict:
    found = {}
    exec(text, {}, found)
    return found


@plfunction
def unbound(v: int) -> int:
    if v:
        value = v
    return value


@plfunction
def undefined(v: int) -> int:
    return nowhere + v


@contextlib.contextmanager
def noted(notes, name):
    notes.append("enter " + name)
    try:
        yield name.upper()
    except ValueError as error:
        notes.append(f"caught {error}")
    finally:
        notes.append("exit " + name)


@plfunction
def managed(v: int) -> list[str]:
    notes = []
    with noted(notes, "a") as a, noted(notes, "b") as b:
        notes.append(a + b)
        if v:
            raise ValueError(v)
    return notes


@plfunction
def stacked(n: int) -> list[str]:
    notes = []
    with contextlib.ExitStack() as stack:
        for i in range(n):
            stack.callback(notes.append, f"{i}")
    return notes


@plfunction
def finally_wins(v: int) -> str:
    for _ in range(2):
        try:
            if v:
                continue
            return "try"
        finally:
            v -= 1
    else:
        return "else"
    return "end"


class Memo(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]


MEMO = Memo()


@plfunction
def memoised(v: int) -> list[int]:
    return [MEMO[v], len(MEMO)]


if __name__ == "__main__":
    from plain import call, calls

    call(step, 5, "up")
    call(step, 5, "down")
    call(step, 5, "sideways")
    for _ in range(3):
        call(counter)
    calls(closures, [0, 3])
    call(accumulator, [1, 2, 3])
    for _ in range(2):
        call(twice_traced, 4)
    call(repeated, 3)
    calls(fibonacci, [0, 1, 30, 40])
    calls(cached, [1, 2, 3, 1])
    call(dispatched, [1, 2], "x")
    call(dispatched, [], "x")
    call(constants)
    call(unset)
    calls(even, [0, 7, 200])
    call(ackermann, 2, 3)
    calls(deep, [0, 500, 900])
    call(too_deep)
    call(hanoi, 3)
    calls(product, [[], [2, 3, 7]])
    calls(comprehended, [0, 4])
    call(shadowed, 5)
    call(scopes, 2)
    call(by_name, "LIMIT")
    call(by_name, "nowhere")
    call(evaluated, "v * LIMIT", 3)
    call(evaluated, "v +", 3)
    call(executed, "a = [1]\nb = a * 2")
    calls(unbound, [1])
    call(unbound, 0)
    call(undefined, 1)
    call(managed, 0)
    call(managed, 1)
    calls(stacked, [0, 3])
    calls(finally_wins, [0, 1, 2])
    calls(memoised, [1, 2, 1])
