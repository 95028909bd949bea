# Needs Python 3.14
"""Syntax since 3.12, and messages that older versions word otherwise."""

import annotationlib
import re
from dataclasses import dataclass
from string.templatelib import Interpolation, Template
from typing import Iterator, Literal, TypeIs, override

from plpython import plfunction

type Numbers = list[int]
type Tree[T] = T | list[Tree[T]]
type Id = Literal[1, 2]


class Box[T: (int, str) = int]:
    def __init__(self, value: T) -> None:
        self.value = value

    def map[U](self, function) -> "Box[U]":
        return Box(function(self.value))


@dataclass
class Pair[A, B]:
    a: A
    b: B


class Parent:
    def name(self):
        return "parent"


class Child(Parent):
    @override
    def name(self):
        return "child of " + super().name()


class Later:
    value: DefinedLater


class DefinedLater:
    pass


def first[T](items: list[T]) -> T:
    return items[0]


def is_text(v: object) -> TypeIs[str]:
    return isinstance(v, str)


def rendered(template: Template) -> str:
    return "".join(
        f"<{part.expression}={part.value!r}{part.conversion or ''}{part.format_spec}>"
        if isinstance(part, Interpolation)
        else part
        for part in template
    )


@plfunction
def aliased(v: Numbers) -> Numbers:
    return [first(v), *v]


@plfunction
def literal(v: Id) -> Id:
    return v


@plfunction
def boxed(v: int) -> str:
    return f"{Box(v).map(str).value!r} {Box.__type_params__} {Tree.__value__}"


@plfunction
def paired(v: int) -> str:
    return repr(Pair[int, str](v, "b"))


@plfunction
def templates(name: str, v: float) -> str:
    return rendered(t"Hello {name} {v:>8.2f} {name!r} {{x}} {name + "!"}")


@plfunction
def raw_templates(name: str) -> list[str]:
    template = rt"\d{name}\n" + t'''it's "{name
    }"'''
    return [*template.strings, *(i.expression for i in template.interpolations)]


@plfunction
def nested(words: list[str]) -> str:
    return f"{", ".join(f"{w!r:>{len("1234")}}" for w in words)} {'\n'.join(words)} {
        # a comment in an f-string
        len(words)
    }"


@plfunction
def caught(v: str) -> int:
    try:
        return int(v)
    except ValueError, TypeError:
        return -1


@plfunction
def groups(v: list[str]) -> list[str]:
    notes = []
    try:
        raise ExceptionGroup("g", [ValueError("a"), KeyError("b")])
    except* ValueError, KeyError:
        notes.append("both")
    return notes + v


@plfunction
def deferred() -> str:
    hints = annotationlib.get_annotations(Later, format=annotationlib.Format.FORWARDREF)
    return hints["value"].__name__ + str(Later.__annotations__["value"] is DefinedLater)


@plfunction
def overridden() -> str:
    return f"{Child().name()} {Child.name.__override__} {is_text('x')}"


@plfunction
def batched(v: list[int], n: int) -> Iterator[list[int]]:
    import itertools

    return itertools.batched(v, n)


@plfunction
def comprehended(v: list[int]) -> list[int]:
    class Inner:
        factor = 3
        values = [x * 2 for x in v]

    return [*Inner.values, *[y for x in v if (y := x + 1)]]


@plfunction
def stripped() -> str:
    """A docstring
        that is indented,
    and is stripped since 3.13."""
    return stripped.__doc__


@plfunction
def division(a: int, b: int) -> int:
    return a // b


@plfunction
def wrong_pattern(pattern: str) -> bool:
    return re.match(pattern, "x") is not None


@plfunction
def suggested(kind: str) -> int:
    import math

    if kind == "attribute":
        return math.sqr(4)
    if kind == "name":
        return kinds
    if kind == "keyword":
        return "a b".split(max_split=1)
    raise TypeError(kind)


if __name__ == "__main__":
    from plain import call, calls

    call(aliased, [1, 2])
    call(literal, 2)
    call(boxed, 5)
    call(paired, 5)
    call(templates, "it's", 2.5)
    call(raw_templates, "x")
    calls(nested, [["a", "it's"], []])
    calls(caught, ["5", "x"])
    call(caught, None)
    call(groups, ["x"])
    call(deferred)
    call(overridden)
    call(batched, [1, 2, 3, 4], 2)
    call(batched, [1, 2, 3], 0)
    call(comprehended, [1, 2])
    call(stripped)
    call(division, 1, 0)
    call(wrong_pattern, "(")
    for kind in "attribute", "name", "keyword", "other":
        call(suggested, kind)
