"""Statements and expressions: match, try, loops, unpacking, slicing, operators, f-strings."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Optional

from plpython import plfunction

Json = Annotated[Any, "jsonb"]
WIDTH, HEIGHT = 3, 2
a = b = c = 7
matrix: list[list[int]] = [[0] * WIDTH for _ in range(HEIGHT)]; matrix[0][0] = 5  # noqa: E702
LONG = 1 + \
    2 + \
    3
assert LONG == 6, "a statement with an effect"


@dataclass
class Circle:
    radius: float


@plfunction
def matched(v: Json) -> str:
    match v:
        case None:
            return "nothing"
        case True | False:
            return "truth"
        case int() | float() if v < 0:
            return "negative"
        case 0:
            return "zero"
        case int(n):
            return f"int {n}"
        case "a" | "b" as letter:
            return f"letter {letter}"
        case str():
            return f"text of {len(v)}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [x, *rest] if rest[-1] == x:
            return "ring"
        case [[a, b], [c, d]]:
            return f"matrix {a * d - b * c}"
        case {"kind": "circle", "radius": r, **others}:
            return f"{Circle(r)} {others}"
        case {"kind": kind}:
            return f"kind {kind}"
        case _:
            return "other"


@plfunction
def classes(v: float) -> str:
    match Circle(v):
        case Circle(radius=0):
            return "point"
        case Circle(radius=r):
            return f"circle {r}"


@plfunction
def tried(v: str) -> list[str]:
    notes = []
    try:
        notes.append("try")
        value = 10 // int(v)
    except ZeroDivisionError:
        notes.append("zero")
    except (ValueError, TypeError) as error:
        notes.append(type(error).__name__)
    else:
        notes.append(f"else {value}")
    finally:
        notes.append("finally")
    return notes


@plfunction
def grouped(v: list[str]) -> list[str]:
    notes = []
    errors = []
    for text in v:
        try:
            int(text) // 0
        except Exception as error:
            errors.append(error)
    try:
        raise ExceptionGroup("several", errors)
    except* ValueError as group:
        notes.append(f"values {len(group.exceptions)}")
    except* ZeroDivisionError as group:
        notes.append(f"zeros {len(group.exceptions)}")
    return notes


@plfunction
def chained() -> str:
    try:
        try:
            {}["inner"]
        except KeyError as error:
            raise ValueError("outer") from error
    except ValueError as error:
        error.add_note("a note")
        return f"{error!r} {error.__cause__!r} {error.__context__!r} {error.__notes__}"


@plfunction
def name_gone() -> bool:
    try:
        1 / 0
    except ZeroDivisionError as error:
        pass
    return "error" in locals()


@plfunction
def looped(n: int) -> list[int]:
    found = []
    for i in range(n):
        if i % 2:
            continue
        if i > 6:
            break
        found.append(i)
    else:
        found.append(-1)
    while found and (last := found[-1]) > 2:
        found.pop()
    else:
        found.append(-2)
    return found


@plfunction
def unpacked(v: list[int]) -> str:
    first, *middle, last = v
    (x, y), z = (first, last), middle
    x, y = y, x
    merged = {**{"a": x}, **dict(b=y)}
    return f"{first} {middle} {last} {x} {y} {z} {merged} {[*v, *range(2)]} {(*v,)}"


@plfunction
def sliced(v: str) -> list[str]:
    items = list(range(10))
    items[2:4] = [0, 0, 0]
    del items[::3]
    return [v[1:], v[:-1], v[::-1], v[::2], v[-2:], v[5:2], repr(items)]


@plfunction
def operators(x: int, y: int) -> list[str]:
    return [
        str(v)
        for v in (
            x < y < 10, not x, x and y, x or y, x if y else -x, x is y, x in [y], x & y | 4, x ** 2 % 7,
            -x // 2, x << 2, ~y, x == y != 3, (x, y) < (y, x), [x] * 2 + [y], "a" "b" 'c', 0x1F + 0o17 + 0b11 + 1_000,
        )
    ]


@plfunction
def augmented(v: int) -> list[int]:
    x = v
    x += 1
    x *= 3
    x //= 2
    x **= 2
    x -= 5
    x %= 100
    x |= 1
    x ^= 8
    x <<= 1
    x >>= 1
    items = [x]
    items += (v, v)
    items[0] += 1
    return items


@plfunction
def strings(name: str, v: float) -> list[str]:
    width = 10
    return [
        f"{name!r:>{width}}|{v:{width}.{2}f}|{v!s}|{{}}",
        f'{name + "x"}' f"{'a' if v else 'b'}",
        f"{v=:.1f} {name = }",
        f"""{
            name
        }""",
        rf"\d{name}\n",
        "%(a)s %(b)05.1f" % {"a": name, "b": v},
        "{0}-{0!r}-{v:.1e}".format(name, v=v),
        "\N{BULLET}\u00e9\x41\101\
",
        '''it's "both" \'\'\' ''' + """it's "both" \"\"\" """,
    ]


@plfunction
def deleted(v: dict) -> list[str]:
    del v["a"]
    return list(v)


@plfunction
def asserted(v: int) -> int:
    assert v > 0, f"not positive: {v}"
    return v


@plfunction
def raised(kind: str) -> int:
    if kind == "value":
        raise ValueError("one", 2)
    if kind == "key":
        raise KeyError("missing")
    if kind == "empty":
        raise LookupError
    if kind == "lines":
        raise RuntimeError("first\nsecond\té %s {} 'x'")
    if kind == "own":
        raise OwnError("mine", code=7)
    if kind == "group":
        raise ExceptionGroup("several", [ValueError("a"), TypeError("b")])
    if kind == "cause":
        raise OSError(2, "no such file", "x.txt") from ValueError("cause")
    if kind == "unicode":
        "\ud83d".encode()
    if kind == "stop":
        raise StopIteration("x")
    if kind == "none":
        None.attribute
    if kind == "index":
        [][1]
    if kind == "import":
        import no_such_module
    if kind == "syntax":
        compile("a b", "text", "exec")
    if kind == "not implemented":
        raise NotImplementedError("later")
    if kind == "note":
        error = ValueError("with a note")
        error.add_note("the note")
        raise error
    return len(kind)


class OwnError(Exception):
    def __init__(self, message, code):
        super().__init__(message)
        self.code = code

    def __str__(self):
        return f"{self.args[0]} ({self.code})"


@plfunction
def globals_kept() -> list[int]:
    return [a, b, c, LONG, matrix[0][0], matrix[1][0], WIDTH * HEIGHT]


@plfunction
def one_liners(v: int) -> int:
    if v: v += 1; v *= 2  # noqa: E701, E702
    else: v = -1  # noqa: E701
    for _ in (): pass  # noqa: E701
    return v


@plfunction
def lambdas(v: int) -> list[int]:
    curried = lambda x: lambda y=2, *rest, z=3, **more: x + y + z + len(rest) + len(more)  # noqa: E731
    return [curried(v)(), curried(v)(1, 2, 3, z=0, q=1), (lambda: (yield))().__class__.__name__ == "generator"]


@plfunction
def nothing_much(
    v: Optional[int] = None,  # a comment with 'quotes" and ''' three
) -> Optional[int]:
    # only a comment

    return (  # another

        v

    )


@plfunction
def verbose(v: str) -> bool:
    return re.fullmatch(
        r"""
        (?P<year>\d{4})   # year
        - (?P<month>\d\d) # month	with a tab
        """,
        v,
        re.VERBOSE,
    ) is not None


if __name__ == "__main__":
    from plain import call, calls

    calls(matched, [True, 0, 5, -2, 2.5, "a", "hello", [], [1], [1, 2, 1], [[1, 2], [3, 4]], {"kind": "x"}])
    calls(matched, [None, {"kind": "circle", "radius": 2, "x": 1}, {}, [None, 1, 2]])
    calls(classes, [0.0, 2.5])
    calls(tried, ["5", "0", "x"])
    call(tried, None)
    call(grouped, ["1", "x", "2"])
    call(grouped, ["x"])
    call(chained)
    call(name_gone)
    calls(looped, [0, 5, 20])
    call(unpacked, [1, 2, 3, 4])
    call(unpacked, [1])
    calls(sliced, ["", "abcdefg"])
    call(operators, 3, 5)
    call(operators, 0, 0)
    calls(augmented, [0, 7])
    call(strings, "it's", 2.5)
    call(strings, "é\n", -0.0)
    call(deleted, {"a": 1, "b": 2})
    call(deleted, {})
    call(asserted, 1)
    call(asserted, -1)
    for kind in "value key lines own group cause unicode stop none import note fine".split():
        call(raised, kind)
    call(raised, "not implemented")
    call(raised, "index")
    call(raised, "empty")
    call(globals_kept)
    calls(one_liners, [0, 3])
    call(lambdas, 1)
    calls(nothing_much, [None, 3])
    calls(verbose, ["2024-01", "24-01"])
