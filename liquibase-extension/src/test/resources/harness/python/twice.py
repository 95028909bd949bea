from plpython import plfunction


@plfunction
def twice(n: int) -> int:
    return 2 * n
