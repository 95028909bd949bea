from plpython import plfunction


@plfunction
def decorated(a: int) -> int:
    return a


def typed(a: int, b):
    return a


class Price:
    pass
