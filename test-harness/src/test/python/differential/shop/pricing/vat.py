from decimal import Decimal

from money import CENT, Money

VAT = Decimal("0.19")
name = "vat"


def gross(net: Money) -> Money:
    return Money(int((net.cents * (1 + VAT)).quantize(CENT)))
