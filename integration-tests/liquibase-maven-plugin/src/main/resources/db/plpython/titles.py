"""Titles, as a library sorts them."""

from plpython import plfunction, pltrigger

ARTICLES = ("a", "an", "the")


@plfunction(schema="library", volatility="immutable")
def sort_key(title: str) -> str:
    """The title without a leading article, in lower case."""
    first, _, rest = title.lower().partition(" ")
    return rest if first in ARTICLES else title.lower()


@pltrigger(event="INSERT OR UPDATE", when="BEFORE", table="library.book")
def keep_sort_key(new):
    new.sort_key = sort_key(new.title)
