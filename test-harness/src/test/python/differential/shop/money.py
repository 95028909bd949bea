"""Amounts."""

from dataclasses import dataclass
from decimal import Decimal

CENT = Decimal("0.01")
name = "money"


class NegativeAmount(ValueError):
    pass


@dataclass(frozen=True)
class Money:
    cents: int

    def __str__(self):
        return f"{self.cents / 100:.2f}"


def to_cents(amount):
    return round(amount * 100)


def checked(n):
    if n < 0:
        raise NegativeAmount(f"below zero: {n}")
    return n
