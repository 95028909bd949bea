"""Titles and texts."""

import re
import unicodedata
from typing import Dict, List

from plpython import plfunction, pltrigger

# Every line end and every blank of it counts: it is printed as it stands.
CARD = """\
+----------------------------------------+
  {title}
      by {authors}
+----------------------------------------+
"""


@plfunction(schema="shop", volatility="immutable", strict=True, parallel="safe")
def slugify(title: str) -> str:
    """The title as a part of a web address: small ASCII letters and digits, and hyphens."""
    plain = unicodedata.normalize("NFKD", title.casefold())
    ascii_only = plain.encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


@plfunction(schema="shop", volatility="immutable", strict=True, parallel="safe")
def word_counts(text: str) -> Dict[str, int]:
    """How often each word occurs in a text."""
    counts: Dict[str, int] = {}
    for word in re.findall(r"\w+", text.casefold()):
        counts[word] = counts.get(word, 0) + 1
    return counts


@plfunction(schema="shop", volatility="immutable", strict=True, parallel="safe")
def shelf_card(title: str, authors: List[str]) -> str:
    """The card in front of a book on its shelf."""
    return CARD.format(title=title, authors=", ".join(authors) or "an unknown hand")


@pltrigger(
    event="INSERT OR UPDATE",
    when="BEFORE",
    table="shop.book",
    schema="shop",
    of=["title"],
    condition="new.title IS NOT NULL",  # NULL is for the table's own NOT NULL to refuse
)
def set_slug(new):
    """Derives a book's slug from its title."""
    new.slug = slugify(new.title)
