from collections import Counter, defaultdict
from plpython import plfunction


def remember(value, seen=[], counts={}, *, kinds={1}, more=[x for x in "ab"], last=None):
    return value


def made(value, a=list(), b=dict(), c=set(), d=Counter(), e=defaultdict(int), f=bytearray()):
    return (lambda x, y={}: y)(value)


def fine(value, a=(), b="", c=frozenset(), d=1, e=tuple([1])):
    return value


@plfunction
def f(a: int) -> int:
    def inner(b, c=[]):
        return c

    return remember(a) + made(a) + inner(a) + fine(a)


@plfunction
def g(a: list[int] = []) -> int:
    return len(a)


def unused(a=[]):
    return a
