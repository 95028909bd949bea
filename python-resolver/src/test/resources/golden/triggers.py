import dataclasses
import uuid
from typing import Dict
from plpython import Row, plpy, pltable, pltrigger


@pltrigger(event="INSERT OR UPDATE", when="BEFORE", table="shop.book", of=["isbn"])
def clean_isbn(new, old, td, plpy):
    new.isbn = new.isbn.replace("-", "")


@pltrigger(event="delete", when="after", table="shop.Book", name="gone", condition="old.id > 1")
@pltrigger(event="INSERT", when="AFTER", table="shop.book")
def audit(td, plpy):
    """Writes it down."""


@pltable("books_book")
@dataclasses.dataclass
class Book:
    id: uuid.UUID
    tags: Dict[str, str]
    parts: list[dict]
    amount_stock: int


class Author:
    __tablename__ = "app.author"


@pltrigger(event="UPDATE", when="BEFORE", model=Book)
def restock(new: Book, old: Row):
    new.amount_stock += 10


@pltrigger(event="UPDATE", when="BEFORE", model=Author, schema="lib")
def touch(new):
    pass
