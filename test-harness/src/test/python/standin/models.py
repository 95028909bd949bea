"""Triggers whose rows are objects of the author's classes."""

import datetime
import enum
import uuid
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional

from plpython import Row, plpy, pltable, pltrigger


class Kind(enum.Enum):
    BOOK = "book"
    MAP = "map"


@pltable("cleaned")
@dataclass
class Book:
    id: int
    title: str
    info: Optional[Dict[str, int]]
    note: str = "no column"

    def clean(self):
        self.title = self.title.replace("-", "")


@pltrigger(event="INSERT OR UPDATE OR DELETE", when="BEFORE", model=Book)
def cleaned(new: Book, old: Optional[Book], td, plpy):
    plpy.notice(f"{new} {old}")
    if new is not None:
        new.clean()
        if new.info:
            new.info["b"] = 3
        new.note = "not kept"


class Plain:
    __tablename__ = "plain"

    def __init__(self, **columns):
        self.__dict__.update(columns)


@pltrigger(event="UPDATE", when="BEFORE", model=Plain)
def plain(new, old, td):
    plpy.notice(f"{type(new).__name__} {sorted(vars(new))} {old.title}")
    new.title += "!"
    td["new"]["tags"] = ["through td"]


class Bare:
    __tablename__ = "bare"
    title: str


@pltrigger(event="UPDATE", when="BEFORE", model=Bare)
def bare(new, old):
    new.title = old.title + "!"


@pltable("constructed")
@dataclass
class Constructed:
    id: int
    title: str
    tags: List[str] = field(default_factory=list, init=False)

    def __post_init__(self):
        self.title = self.title.upper() + "?"


@pltrigger(event="UPDATE", when="BEFORE", model=Constructed)
def constructed(new: Constructed, old: "Constructed"):
    plpy.notice(f"{new} {old}")
    new.info = '{"set": 1}'
    new.other = "no column"


@pltable("exact")
@dataclass
class Exact:
    id: int
    title: str
    info: Optional[Dict[str, int]]
    tags: List[str]


@pltrigger(event="INSERT OR UPDATE", when="BEFORE", model=Exact)
def exact(new, old):
    plpy.notice(f"{new} {old}")
    new.info = {**(new.info or {}), "set": new.id}
    new.tags = [*new.tags, "more"]


@pltable("typed")
@dataclass
class Typed:
    key: uuid.UUID
    day: datetime.date
    at: datetime.datetime
    clock: datetime.time
    span: datetime.timedelta
    kind: Optional[Kind]
    keys: List[uuid.UUID]
    parts: List[dict]


@pltrigger(event="INSERT", when="BEFORE", table="typed")
def typed(new: Typed):
    plpy.notice(new)
    new.key = uuid.UUID(int=new.key.int + 1)
    new.day += datetime.timedelta(days=1)
    new.at += datetime.timedelta(seconds=0.5)
    new.clock = new.clock.replace(minute=1)
    new.span *= 2
    new.kind = Kind.MAP if new.kind else None
    new.keys.append(uuid.UUID(int=7))
    if new.parts:
        new.parts[0]["x"] = 1


@pltrigger(event="INSERT", when="BEFORE", table="unread")
def unread(new: Typed):
    """Nothing is changed by reading."""


@pltrigger(event="INSERT", when="BEFORE", table="row_")
def row_(new: Row):
    plpy.notice(type(new).__name__)
    new.info = '{"a": 2}'


@pltrigger(event="INSERT", when="BEFORE", table="unset")
def unset(new: Book):
    new.title = "\0"


@pltable("computed")
@dataclass
class Computed:
    stock: int
    gross: Any


@pltrigger(event="INSERT", when="BEFORE", model=Computed)
def computed(new: Computed):
    plpy.notice(new)
    new.stock += 1
    if new.stock > 5:
        new.gross = new.stock


@pltrigger(event="UPDATE", when="AFTER", table="after")
def after(new: Book):
    new.title = "to no effect"


if __name__ == "__main__":
    from standin import setup, tables, trigger

    setup("CREATE TYPE kind AS ENUM ('book', 'map')")
    tables(
        "id int, title text, info jsonb, tags text[]",
        cleaned,
        plain,
        bare,
        constructed,
        exact,
        row_,
        unset,
        after,
    )
    TYPED = (
        "key uuid, day date, at timestamptz, clock time, span interval, kind kind, keys uuid[],"
        " parts jsonb[]"
    )
    tables(TYPED, typed, unread)
    tables("stock int, gross int GENERATED ALWAYS AS (stock * 2) STORED", computed)

    def book(title="a-b", **others):
        return {"id": 1, "title": title, "info": '{"a": 1}', "tags": ["x"], **others}

    NEW, OLD = book(), book("old")
    trigger(cleaned, new=NEW)
    trigger(cleaned, new=book(info={"a": 5}))
    trigger(cleaned, new=NEW, old=OLD)
    trigger(cleaned, new=book(info=None), old=OLD)
    trigger(cleaned, old=OLD)
    for function in (plain, bare, constructed, after):
        trigger(function, new=NEW, old=OLD)
    trigger(exact, new=Exact(1, "a", {"b": 2}, []))
    trigger(exact, new=Exact(1, "a", None, ["x"]), old=Exact(2, "old", {"c": 3}, ["y"]))
    trigger(row_, new=NEW)
    trigger(unset, new=NEW)
    trigger(computed, new={"stock": 1, "gross": 2}, generated=["gross"])
    trigger(computed, new={"stock": 5, "gross": 10}, generated=["gross"])
    for function in (typed, unread):
        trigger(
            function,
            new={
                "key": "00000000-0000-0000-0000-000000000001",
                "day": "2026-01-31",
                "at": "2026-01-31 10:00:00.25+00",
                "clock": "10:00:00",
                "span": "1 day 02:00:00",
                "kind": "book",
                "keys": [],
                "parts": None,
            },
        )
        trigger(
            function,
            new={
                "key": uuid.UUID(int=1),
                "day": datetime.date(2026, 1, 31),
                "at": datetime.datetime(2026, 1, 31, 10, tzinfo=datetime.timezone.utc),
                "clock": datetime.time(10, 0, 0, 5),
                "span": datetime.timedelta(hours=-5),
                "kind": None,
                "keys": ["00000000-0000-0000-0000-000000000001"],
                "parts": ['{"y": 2}'],
            },
        )
