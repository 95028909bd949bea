"""Nothing here knows of the database."""

import functools
from dataclasses import dataclass
from decimal import Decimal

VAT = Decimal("0.19")


def gross_price(net: Decimal) -> Decimal:
    """The price with value added tax."""
    return net * (1 + VAT)


@functools.cache
def label(title, year=None, *words):
    return " ".join([title, str(year), *words])


def add(state, price):
    return state + price


def average(state):
    return state / 2


def pairs(first, second=2):
    yield first, second


def log(message: str):
    print(message)


@dataclass
class Book:
    __tablename__ = "shop.book"
    isbn: str


def clean_isbn(new, td):
    new.isbn = new.isbn.replace("-", "")


def audit(td):
    pass
