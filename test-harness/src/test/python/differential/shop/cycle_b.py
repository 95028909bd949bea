import cycle_a


def odd(n):
    return 0 if n == 0 else cycle_a.even(n - 1)
