from plpython import plfunction

@plfunction
def broken(a: int) -> int:
    return (a +
