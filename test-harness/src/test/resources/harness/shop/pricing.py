from decimal import Decimal

from plpython import plfunction, pltrigger


@plfunction(volatility="immutable", parallel="safe", strict=True)
def gross(net: Decimal) -> Decimal:
    """With tax."""
    return checked(net) * Decimal("1.19")


def checked(net):
    if net < 0:
        raise ValueError(f"{net} is no price")
    return net


@plfunction
def joined(parts: list[str], times: int | None) -> str | None:
    return None if times is None else "-".join(parts) * times


@plfunction
def tags(text: str) -> dict[str, int]:
    return {word: len(word) for word in text.split()}


@pltrigger(event="INSERT", when="BEFORE", table="book", name="cleaned")
def clean(new):
    """Without hyphens."""
    new.isbn = new.isbn.replace("-", "")
