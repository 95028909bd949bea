"""Several files: absolute and relative imports, packages, clashes of names, cycles."""

import money
import pricing.vat as vat_module
from money import CENT, Money as Amount, to_cents
from pricing import DEFAULT, registry
from pricing.vat import VAT, gross

from plpython import plfunction

name = "main"


@plfunction
def price(net: int) -> str:
    return str(gross(Amount(net))) + name + money.name + vat_module.name


@plfunction
def cents(amount: float) -> int:
    return to_cents(amount)


@plfunction
def registered() -> list[str]:
    return sorted(registry) + [DEFAULT, str(CENT), str(VAT)]


@plfunction
def modules() -> str:
    return f"{money.__name__.rpartition('.')[2]} {vat_module.CENT is CENT} {Amount.__qualname__}"


@plfunction
def cyclic(n: int) -> int:
    from cycle_a import even

    return even(n)


@plfunction
def failing(n: int) -> int:
    return money.checked(n)


if __name__ == "__main__":
    from plain import call, calls

    calls(price, [100, -5])
    calls(cents, [1.239, 0.0])
    call(registered)
    call(modules)
    calls(cyclic, [4, 7])
    call(failing, 5)
    call(failing, -5)
