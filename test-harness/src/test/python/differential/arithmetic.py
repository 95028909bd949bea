"""int, float, bool and Decimal, at their limits."""

import math
from decimal import ROUND_HALF_EVEN, Decimal, getcontext, localcontext
from fractions import Fraction
from typing import Annotated, Optional

from plpython import plfunction

Price = Annotated[Decimal, "numeric(10, 2)"]


@plfunction
def add(a: int, b: int) -> int:
    return a + b


@plfunction
def shown_int(v: int) -> str:
    return repr(v)


@plfunction
def divided(a: int, b: int) -> Annotated[list[int], "bigint[]"]:
    return [a // b, a % b, *divmod(-a, b), pow(2, b % 60), a << 3, a >> 1, ~a, a ^ b]


@plfunction
def bits(v: int) -> str:
    return f"{v:b} {v:#x} {v:,} {v.bit_length()} {v.bit_count()} {v.to_bytes(8, 'big', signed=True)}"


@plfunction
def big(a: Annotated[int, "bigint"]) -> Annotated[int, "bigint"]:
    return a


@plfunction
def factorial(n: int) -> Annotated[int, "numeric"]:
    return math.factorial(n)


@plfunction
def digits(n: Annotated[int, "numeric"]) -> int:
    assert type(n) is int
    return len(str(abs(n)))


@plfunction
def truth(a: int) -> int:
    return a > 1


@plfunction
def truths(a: int) -> list[int]:
    return [a > 1, a, None, not a]


@plfunction
def same_float(v: float) -> float:
    return v


@plfunction
def shown_float(v: float) -> str:
    return f"{v!r} {v:.3f} {v:e} {v:g}"


@plfunction
def hexed(v: float) -> str:
    return v.hex()


@plfunction
def sign(v: float) -> float:
    return math.copysign(1, v)


@plfunction
def hypotenuse(a: float, b: float) -> float:
    return math.hypot(a, b)


@plfunction
def total(values: list[float]) -> float:
    return math.fsum(values)


@plfunction
def same_floats(values: list[float]) -> list[float]:
    return values


@plfunction
def is_it(v: float) -> bool:
    return math.isnan(v) or math.isinf(v)


@plfunction
def half(v: int) -> float:
    return v / 2


@plfunction
def whole(v: float) -> float:
    return round(v)


@plfunction
def no_number(v: float) -> float:
    return v > 0


@plfunction
def both(a: bool, b: bool) -> bool:
    return a and b


@plfunction
def flags(values: list[bool]) -> list[bool]:
    return [not v for v in values]


@plfunction
def known(v: Optional[bool]) -> str:
    return repr(v)


@plfunction
def same_decimal(v: Decimal) -> Decimal:
    return v


@plfunction
def shown_decimal(v: Decimal) -> str:
    return f"{v!r} {v.as_tuple()} {v.normalize() if v.is_finite() else v}"


@plfunction
def gross(net: Decimal) -> Decimal:
    return (net * (1 + Decimal("0.19"))).quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN)


@plfunction
def third(v: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = 50
        return v / 3


@plfunction
def precise(v: Decimal) -> Decimal:
    assert getcontext().prec == 28
    return v.sqrt()


@plfunction
def as_price(v: Price) -> Price:
    return v * 2


@plfunction
def sums(values: list[Decimal]) -> Decimal:
    return sum(values, Decimal())


@plfunction
def decimals(values: list[Decimal]) -> list[Decimal]:
    return [-v for v in values]


@plfunction
def sure(v: Decimal) -> Decimal:
    return v > 1


@plfunction
def sures(values: list[Decimal]) -> list[Decimal]:
    return [v > 1 for v in values]


@plfunction
def whole_decimal(v: int) -> Decimal:
    return v


@plfunction
def fraction(a: int, b: int) -> str:
    return str(Fraction(a, b) + Fraction(1, 3))


@plfunction
def complexity(a: float) -> str:
    return str((a + 2j) ** 2)


class Cents(int):
    def __str__(self):
        return f"{int(self)} ct"


class Rate(float):
    def __str__(self):
        return f"{float(self)} %"


class Money(Decimal):
    def __str__(self):
        return f"{Decimal.__str__(self)} EUR"


@plfunction
def cents(a: int) -> int:
    return Cents(a)


@plfunction
def many_cents(a: int) -> list[int]:
    return [Cents(a), a]


@plfunction
def rate(a: float) -> float:
    return Rate(a)


@plfunction
def money(a: Decimal) -> Decimal:
    return Money(a)


@plfunction
def averages(values: list[float]) -> str:
    import statistics

    return f"{statistics.mean(values)} {statistics.median(values)} {statistics.pstdev(values):.6f}"


@plfunction
def small(a: Annotated[int, "smallint"], b: Annotated[float, "real"]) -> Annotated[int, "smallint"]:
    return a + int(b)


@plfunction
def primes(n: int) -> list[int]:
    sieve = bytearray([1]) * n
    for i in range(2, math.isqrt(n) + 1):
        if sieve[i]:
            sieve[i * i :: i] = bytes(len(range(i * i, n, i)))
    return [i for i in range(2, n) if sieve[i]]


if __name__ == "__main__":
    from plain import call, calls, refused

    most, least = 2**31 - 1, -(2**31)
    call(add, 1, 2)
    call(add, a=1, b=-2)
    call(add, most, 0)
    call(add, least, 0)
    call(add, 1, None)
    refused("out of range", add, most, 1)
    calls(shown_int, [0, -1, 1, most, least])
    call(divided, 7, 3)
    call(divided, -7, 3)
    call(divided, 7, -3)
    calls(bits, [0, 5, -5, most])
    calls(big, [2**63 - 1, -(2**63), 2**53 + 1])
    calls(factorial, [0, 20, 25, 100])
    calls(digits, [0, 10**30, -(10**1000), 12345678901234567890])
    calls(truth, [1, 2])
    calls(truths, [1, 2, 0])
    floats = [0.0, -0.0, 1.0, 0.1, 1e300, -1e-300, 5e-324, 1.7976931348623157e308, 2.0**53 + 2]
    floats += [math.inf, -math.inf, math.nan, 1e15, 1e16, 123456789.123456789, 1 / 3]
    calls(same_float, floats)
    calls(shown_float, floats)
    calls(hexed, floats)
    calls(sign, floats)
    calls(is_it, floats)
    call(hypotenuse, 3.0, 4.0)
    call(hypotenuse, math.inf, math.nan)
    call(total, [0.1] * 10)
    call(total, [])
    call(same_floats, floats)
    call(same_floats, [None, math.nan])
    calls(half, [1, -3, most])
    calls(whole, [0.5, 1.5, -2.5, 2.675, 1e20])
    call(whole, math.nan)
    call(whole, math.inf)
    calls(no_number, [1.0, -1.0])
    call(both, True, False)
    call(both, None, True)
    call(flags, [True, False, None])
    calls(known, [True, False, None])
    exact = [Decimal(t) for t in "0 1 1.0 1.50 -0.001 NaN 12345678901234567890.123456789".split()]
    exact += [Decimal("1E-40"), Decimal(10) ** 40, Decimal("-7.000"), Decimal("Infinity")]
    calls(same_decimal, exact)
    calls(shown_decimal, [v for v in exact if v != 10**40])
    calls(gross, [Decimal("1.50"), Decimal("0.125"), Decimal("-3"), Decimal("1e10")])
    call(gross, Decimal("NaN"))
    call(gross, Decimal("1e30"))
    call(third, Decimal(1))
    call(precise, Decimal(2))
    call(precise, Decimal(-2))
    calls(as_price, [Decimal("1.25"), Decimal("99999.99")])
    refused("numeric field overflow", as_price, Decimal("100000000.00"))
    call(sums, [Decimal("1.10"), Decimal("2.205")])
    call(sums, [])
    call(decimals, [Decimal("1.10"), None and Decimal(1) or Decimal("NaN")])
    calls(sure, [Decimal("1.1"), Decimal("0.1")])
    call(sures, [Decimal("1.1"), Decimal("0.1")])
    calls(whole_decimal, [0, most])
    call(fraction, 1, 6)
    call(fraction, 1, 0)
    calls(complexity, [0.0, 1.5])
    calls(cents, [5, -5])
    call(many_cents, 5)
    calls(rate, [2.5, -0.0])
    refused("invalid input syntax", money, Decimal("2.50"))
    call(averages, [1.0, 2.0, 4.0])
    call(averages, [])
    call(small, 1, 1.5)
    refused("out of range", small, 32767, 1.0)
    calls(primes, [2, 30, 500])
