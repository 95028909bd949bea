"""Triggers of statements and views."""

from plpython import plpy, pltrigger


@pltrigger(event="INSERT OR UPDATE OR DELETE", when="BEFORE", table="before_", level="statement")
def before_(td):
    plpy.notice({k: v for k, v in sorted(td.items()) if k != "relid"})


@pltrigger(event="UPDATE", when="BEFORE", table="skipping", level="statement")
def skipping():
    return "SKIP"


@pltrigger(event="UPDATE", when="BEFORE", table="agreeing", level="statement")
def agreeing():
    return "modify"


@pltrigger(event="UPDATE", when="BEFORE", table="odd", level="statement")
def odd():
    return 5


@pltrigger(event="UPDATE", when="AFTER", table="after_", level="statement")
def after_():
    return "SKIP"


@pltrigger(event="TRUNCATE", when="BEFORE", table="emptied", level="statement")
def emptied(td):
    plpy.error(f"{td['event']} of {td['table_name']}", hint="DELETE those that must go.")


@pltrigger(
    event="INSERT",
    when="AFTER",
    table="counting",
    level="statement",
    new_table="new_rows",
)
def counting():
    plpy.notice(plpy.execute("SELECT count(*) AS n FROM new_rows")[0]["n"])


@pltrigger(event="INSERT OR UPDATE OR DELETE", when="INSTEAD OF", table="shelf")
def shelf(new, old, td):
    plpy.notice(f"{td['when']} {td['event']} {new} {old}")
    if new is not None:
        new.title = new.title.strip()
        new.width = len(new.title)


@pltrigger(event="INSERT", when="INSTEAD OF", table="closed")
def closed(new):
    return "SKIP"


if __name__ == "__main__":
    from standin import setup, tables, trigger

    tables("id int", before_, skipping, agreeing, odd, after_, emptied, counting)
    setup(
        "CREATE TABLE base (id int, title text, width int)",
        "CREATE VIEW shelf AS SELECT id, title, width FROM base",
        "CREATE VIEW closed AS SELECT id, title, width FROM base",
    )
    for event in ("INSERT", "UPDATE", "DELETE"):
        trigger(before_, event=event)
    for function in (skipping, agreeing, odd, after_, emptied):
        trigger(function)
    trigger(
        counting,
        answers=lambda db: db.on("SELECT count(*) AS n FROM new_rows").returns({"n": 0}),
        event="INSERT",
    )
    row = {"id": 1, "title": " SICP ", "width": None}
    trigger(shelf, new=row, view=True)
    trigger(shelf, new=row, old={**row, "title": "old"}, view=True)
    trigger(closed, new=row, view=True)
