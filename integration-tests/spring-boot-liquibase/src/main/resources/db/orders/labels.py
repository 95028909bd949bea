"""Labels of orders."""

from plpython import plfunction


@plfunction(volatility="immutable")
def order_label(number: int) -> str:
    """The number as customers see it."""
    return f"A-{number:06d}"
