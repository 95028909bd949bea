"""Golden: the function of the design, with what travels with it and what does not."""
from decimal import Decimal
from plpython import plfunction, pltrigger

VAT = Decimal("0.19")
UNUSED = [VAT]


@plfunction(schema="shop", volatility="immutable", parallel="safe")
def gross_price(net: Decimal) -> Decimal:
    """Gross price.

    It's rounded:
        to cents.
    """
    return (net * (1 + VAT)).quantize(Decimal("0.01"))


if __name__ == "__main__":
    print(gross_price(Decimal(1)))
