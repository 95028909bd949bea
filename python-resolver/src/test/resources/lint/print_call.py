from plpython import plfunction


def helper():
    return [print(x) for x in "ab"]


@plfunction
def f(a: int) -> int:
    print("hello")
    helper()
    return a


@plfunction
def fine(print: int) -> int:
    return print(1)


if __name__ == "__main__":
    print(f(1))
