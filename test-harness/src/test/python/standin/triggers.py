"""Row triggers, and what becomes of the row."""

import copy
from typing import Any

from plpython import Row, plpy, pltrigger


@pltrigger(event="INSERT OR UPDATE", when="BEFORE", table="kept")
def kept(new, old, td, plpy):
    """Nothing to do."""


@pltrigger(event="INSERT OR UPDATE", when="BEFORE", table="changed")
def changed(new):
    new.title = new["title"].replace("-", "")
    new["stock"] += 1


@pltrigger(event="INSERT OR UPDATE OR DELETE", when="BEFORE", table="through_td")
def through_td(td, plpy):
    if td["event"] != "DELETE":
        td["new"]["title"] += "!"


@pltrigger(event="UPDATE", when="BEFORE", table="replaced")
def replaced(td):
    td["new"] = dict(td["new"], title="all new")


@pltrigger(event="UPDATE", when="BEFORE", table="in_place")
def in_place(new):
    new.tags.append("c")


@pltrigger(event="INSERT OR UPDATE OR DELETE", when="BEFORE", table="skipped")
def skipped(new, old):
    if new:
        new.title = "lost"
    return "SKIP"


@pltrigger(event="INSERT OR UPDATE OR DELETE", when="BEFORE", table="returned")
def returned(new, old, td, plpy):
    """Returns what the title says."""
    row = new or old
    plpy.notice(f"{td['event']} {row.title}")
    return eval(row.title)


@pltrigger(event="INSERT OR UPDATE OR DELETE", when="AFTER", table="after")
def after(new, old, td, plpy):
    plpy.notice(f"{td['event']} {new} {old}")
    return eval((new or old).title)


@pltrigger(event="INSERT OR UPDATE", when="AFTER", table="lost_after")
def lost_after(new):
    new.title = "lost"


@pltrigger(event="INSERT OR UPDATE", when="AFTER", table="lost_through_td")
def lost_through_td(td):
    td["new"]["title"] = "lost"


@pltrigger(event="UPDATE OR DELETE", when="BEFORE", table="lost_old")
def lost_old(old):
    old["title"] = "lost"


@pltrigger(event="INSERT", when="BEFORE", table="misspelt")
def misspelt(new):
    new.titel = "lost"


@pltrigger(event="INSERT", when="BEFORE", table="misspelt_item")
def misspelt_item(new):
    new["titel"] = "lost"
    new["title"] = "good"


@pltrigger(event="INSERT", when="BEFORE", table="misread")
def misread(new):
    return new.titel


@pltrigger(event="INSERT", when="BEFORE", table="misread_item")
def misread_item(new):
    return new["titel"]


@pltrigger(event="INSERT", when="BEFORE", table="mapped")
def mapped(new: Row):
    told = [repr(new), len(new), "title" in new, "titel" in new, list(new), dict(**new)]
    told += [new == copy.copy(new), copy.deepcopy(new) is new, isinstance(new, Row), [*new.keys()]]
    plpy.notice(told)
    del new.stock
    new["title"] = None


@pltrigger(event="INSERT", when="BEFORE", table="nul")
def nul(new):
    new.title = "a\0b"


@pltrigger(event="INSERT", when="BEFORE", table="failing")
def failing(new):
    plpy.error(f"no {new.title}", detail="d", hint="h", sqlstate="22023")


@pltrigger(event="UPDATE", when="BEFORE", table="told", args=["a", "5"])
def told(new, td):
    """What td holds, but for the relid."""
    plpy.notice({k: v for k, v in sorted(td.items()) if k != "relid"})
    plpy.notice(f"{td['relid'].isdigit()} {sorted(td)}")


@pltrigger(event="INSERT OR UPDATE", when="BEFORE", table="computed")
def computed(new, old):
    plpy.notice(f"{new} {old}")
    if new.stock > 5:
        new.gross = 7
    new.stock += 1


@pltrigger(event="INSERT OR UPDATE", when="AFTER", table="computed_after")
def computed_after(new):
    plpy.notice(new)


@pltrigger(event="INSERT", when="BEFORE", table="asking")
def asking(new, plpy):
    plan = plpy.prepare("SELECT title FROM title WHERE id = $1", ["int"])
    found = plpy.execute(plan, [new.id])
    new.title = found[0]["title"] if found else None


@pltrigger(event="INSERT", when="BEFORE", table="ending")
def ending(new):
    try:
        with plpy.subtransaction():
            plpy.commit()
    except plpy.SPIError as error:
        plpy.notice(error)
    plpy.rollback()


@pltrigger(event="INSERT", when="BEFORE", table="left_open")
def left_open(new):
    plpy.subtransaction().enter()
    new.title = "kept"


@pltrigger(event="INSERT", when="BEFORE", table="shelf_a", name="one")
@pltrigger(event="UPDATE", when="BEFORE", table="shelf_b", name="two", args=["x"])
def shelved(new, td):
    new.title = f"{td['name']} {td['table_name']} {td['args']}"


@pltrigger(event="INSERT OR UPDATE OR DELETE", when="BEFORE", table="annotated")
def annotated(new: Any, old: "Row", td: dict, plpy):
    if new is not None:
        new.title = f"{old is None} {td['event']}"


if __name__ == "__main__":
    from standin import setup, tables, trigger

    setup("CREATE TABLE title (id int, title text)", "INSERT INTO title VALUES (1, 'SICP')")
    COLUMNS = "id int, title text, stock int, tags text[]"
    tables(
        COLUMNS,
        kept,
        changed,
        through_td,
        replaced,
        in_place,
        skipped,
        returned,
        after,
        lost_after,
        lost_through_td,
        lost_old,
        misspelt,
        misspelt_item,
        misread,
        misread_item,
        mapped,
        nul,
        failing,
        told,
        asking,
        ending,
        left_open,
        annotated,
    )
    setup(f"CREATE TABLE shelf_a ({COLUMNS})", f"CREATE TABLE shelf_b ({COLUMNS})")
    tables("id int, stock int, gross int GENERATED ALWAYS AS (stock * 2) STORED", computed)
    tables("id int, stock int, gross int GENERATED ALWAYS AS (stock * 2) STORED", computed_after)

    def book(title="a-b", **others):
        return {"id": 1, "title": title, "stock": 3, "tags": ["a", "b"], **others}

    NEW, OLD = book(), Row(**book("old"))
    for function in (kept, changed, annotated, skipped):
        trigger(function, new=NEW)
        trigger(function, new=NEW, old=OLD)
    for function in (through_td, skipped, annotated):
        trigger(function, old=OLD)
    trigger(through_td, new=NEW, old=OLD)
    trigger(replaced, new=NEW, old=OLD)
    trigger(in_place, new=NEW, old=OLD)
    trigger(in_place, new=book(tags=None), old=OLD)
    for code in (
        "None",
        "'OK'",
        "'ok'",
        "'MODIFY'",
        "'skip'",
        "'SKIP'",
        "'foo'",
        "True",
        "1",
        "new",
        "''",
    ):
        trigger(returned, new=book(code))
        trigger(returned, new=book(code), old=book(code))
        trigger(returned, old=book(code))
        trigger(after, new=book(code))
    trigger(after, old=book("'SKIP'"))
    trigger(after, new=book("None"), old=book("1"))
    for function in (lost_after, lost_through_td):
        trigger(function, new=NEW)
        trigger(function, new=NEW, old=OLD)
    trigger(lost_old, old=OLD)
    trigger(lost_old, new=NEW, old=OLD)
    for function in (misspelt, misspelt_item, misread, misread_item, mapped, nul, failing, ending):
        trigger(function, new=NEW)
    trigger(told, new=NEW, old=OLD)
    for stock in (5, 6):
        row = {"id": 1, "stock": stock, "gross": 2 * stock}
        trigger(computed, new=row, generated=["gross"])
        trigger(computed, new=row, old=row, generated=["gross"])
        trigger(computed_after, new=row, generated=["gross"])
    QUERY = "SELECT title FROM title WHERE id = $1"
    trigger(asking, new=NEW, answers=lambda db: db.on(QUERY, [1]).returns({"title": "SICP"}))
    trigger(asking, new=book(id=2), answers=lambda db: db.on(QUERY, [2]).returns())
    trigger(left_open, new=NEW)
    trigger(shelved, new=NEW, table="shelf_a")
    trigger(shelved, new=NEW, old=OLD, table="shelf_b")
