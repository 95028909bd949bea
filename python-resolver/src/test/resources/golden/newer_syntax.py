from plpython import plfunction

type Pair[T = int] = tuple[T, T]


def first[T = int, U = dict[str, list[int]]](pair: Pair[T]) -> T:
    try:
        return pair[0]
    except IndexError, TypeError:
        raise


def group():
    try:
        return 1
    except* KeyError, OSError:
        pass


@plfunction
def template(a: int) -> str:
    return t"{a!r:>{a}} {first((1, 2))} {"nested"}" + rt'\d{a}' + "t" + str(first((1, 2))) + str(group())
