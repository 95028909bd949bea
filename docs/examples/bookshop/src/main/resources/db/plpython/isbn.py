"""International Standard Book Numbers, ISO 2108, of ten and of thirteen digits."""

import re

from plpython import plfunction, pltrigger


def without_hyphens(isbn: str) -> str:
    return re.sub(r"[\s-]", "", isbn).upper()


def is_isbn_10(digits: str) -> bool:
    """Weights 10 to 1, modulo 11; an X in the last place counts ten."""
    if not re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        return False
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(weight * value for weight, value in zip(range(10, 0, -1), values)) % 11 == 0


def is_isbn_13(digits: str) -> bool:
    """Weights 1 and 3 by turns, modulo 10."""
    if not re.fullmatch(r"97[89][0-9]{10}", digits):
        return False
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0


def is_isbn(digits: str) -> bool:
    return is_isbn_10(digits) or is_isbn_13(digits)


@plfunction(schema="shop", volatility="immutable", strict=True, parallel="safe")
def isbn_is_valid(isbn: str) -> bool:
    """Whether this is an ISBN with the right check digit, hyphens or not."""
    return is_isbn(without_hyphens(isbn))


@pltrigger(
    event="INSERT OR UPDATE",
    when="BEFORE",
    table="shop.book",
    schema="shop",
    of=["isbn"],
    condition="new.isbn IS NOT NULL",  # NULL is for the table's own NOT NULL to refuse
)
def clean_isbn(new, old, td, plpy):
    """Keeps ISBNs without hyphens, and invalid ones out."""
    digits = without_hyphens(new.isbn)
    if not is_isbn(digits):
        raise ValueError(
            f'"{new.isbn}" of the book "{new.title}" is no ISBN: '
            "10 or 13 digits are wanted, the last of which checks the others"
        )
    new.isbn = digits
