"""A trigger as an author has it, with types."""

from typing import Any

from plpython import Row, plpy, pltrigger


@pltrigger(event="INSERT OR UPDATE", when="BEFORE", table="shop.book")
def set_author(new: Row) -> None:
    plan = plpy.prepare("SELECT name FROM shop.author WHERE id = $1", ["int"])
    found = plpy.execute(plan, [new.author_id])
    if not found:
        plpy.error(f"no author {new.author_id}", sqlstate="23503")
    new.author = found[0]["name"]


@pltrigger(event="DELETE", when="AFTER", table="shop.book")
def count_down(old: Row, plpy: Any) -> None:
    try:
        with plpy.subtransaction():
            plpy.execute("UPDATE shop.stock SET books = books - 1")
    except plpy.spiexceptions.CheckViolation as error:
        plpy.warning("too few", detail=str(error))
