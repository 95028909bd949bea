"""Purchases; the prices are the bookshop's, which is another jar."""

from decimal import Decimal

from plpython import plfunction, plpy
from pricing import gross_price


@plfunction
def gross_total(purchase: int) -> Decimal:
    """What a purchase costs with value added tax."""
    plan = plpy.prepare("SELECT net FROM purchase WHERE id = $1", ["int"])
    return gross_price(plan.execute([purchase])[0]["net"])
