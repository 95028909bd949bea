import cycle_b


def even(n):
    return 1 if n == 0 else cycle_b.odd(n - 1)
