"""Prices, in euros and cents."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from plpython import plfunction

VAT = Decimal("0.19")
CENT = Decimal("0.01")


def to_cents(amount: Decimal) -> Decimal:
    """Rounds as a till does: half a cent goes up."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


@plfunction(schema="shop", volatility="immutable", parallel="safe")
def gross_price(net: Decimal) -> Decimal:
    """The price with value added tax."""
    return to_cents(net * (1 + VAT))


@plfunction(schema="shop", volatility="immutable", parallel="safe")
def discounted_price(net: Decimal, percent: int | None) -> Decimal:
    """The net price less a discount of so many percent; NULL is no discount."""
    if percent is None:
        return net
    if not 0 <= percent <= 100:
        raise ValueError(f"a discount is between 0 and 100 percent, not {percent}")
    return to_cents(net * (100 - percent) / 100)
