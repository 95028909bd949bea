"""What happens when the stock changes."""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Dict

from plpython import pltable, pltrigger


@pltable("books_book")
@dataclass
class Book:
    id: int
    name: str
    amount_stock: int
    amount_sold: int


@pltrigger(event="UPDATE", when="BEFORE", model=Book)
def restock(new: Book, old: Book, td, plpy):
    """Puts ten more in stock at every update."""
    new.amount_stock += 10


def changed_columns(old: Dict[str, Any], new: Dict[str, Any]) -> Dict[str, Any]:
    """Each column that differs, with its old and its new value."""
    return {name: [old[name], new[name]] for name in new if old[name] != new[name]}


@lru_cache(maxsize=None)  # one plan a session
def audit_plan(plpy):
    return plpy.prepare(
        "INSERT INTO shop.book_audit (book_id, changed_by, changes) VALUES ($1, $2, $3)",
        ["bigint", "text", "jsonb"],
    )


@pltrigger(event="UPDATE", when="AFTER", table="shop.book", schema="shop")
def audit_book(td, plpy):
    """Notes who changed what of a book."""
    new = td["new"]
    changes = changed_columns(td["old"], new)
    if changes:
        text = json.dumps(changes, default=str)
        plpy.execute(audit_plan(plpy), [new["id"], new["updated_by"], text])
