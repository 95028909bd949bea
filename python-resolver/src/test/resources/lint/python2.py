from plpython import plfunction


@plfunction
def f(a: int) -> int:
    print "hello"
    return a
