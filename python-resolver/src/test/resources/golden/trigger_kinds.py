from plpython import plpy, pltrigger


@pltrigger(event="INSERT", when="AFTER", table="shop.book", level="statement", new_table="new_rows")
@pltrigger(event="INSERT", when="AFTER", table="shop.author", level="statement", new_table="New Rows", name="each_author")
def count_new(td, plpy):
    """Counts what a statement inserted."""
    plpy.execute("SELECT count(*) FROM new_rows")


@pltrigger(event="TRUNCATE", when="BEFORE", table="shop.book", level="statement", name="keep")
@pltrigger(
    event="truncate or update or delete or insert",
    when="BEFORE",
    table="shop.book",
    level="STATEMENT",
    of=["isbn", "Title"],
    condition="current_user <> 'app' -- new. and old. are not looked at here",
    args=["a", "it's", "back\\slash", ""],
)
def refuse():
    raise plpy.Error("not now")


@pltrigger(event="UPDATE", when="AFTER", table="shop.book", old_table="before", new_table="after")
@pltrigger(event="DELETE", when="AFTER", table="shop.book", old_table="select", name="gone", enabled="always")
def compare(old, td):
    pass


@pltrigger(event="INSERT OR UPDATE OR DELETE", when="INSTEAD OF", table="shop.book_view")
def write_through(new, old, td, plpy):
    new.title = new.title.strip()


@pltrigger(event="INSERT OR UPDATE", when="AFTER", table="shop.book", constraint=True)
@pltrigger(
    event="UPDATE",
    when="AFTER",
    table="shop.book",
    name="deferrable",
    constraint=True,
    deferrable=True,
    enabled="disabled",
)
@pltrigger(
    event="UPDATE",
    when="AFTER",
    table="shop.book",
    name="deferred",
    of=["stock"],
    condition="new.stock < old.stock AND 'old' <> \"old\".title",
    constraint=True,
    deferrable="initially deferred",
    enabled="replica",
    args=["10"],
)
def check_stock(new):
    assert new.stock >= 0


@pltrigger(event="INSERT", when="BEFORE", table="shop.book", enabled="origin", constraint=False, deferrable=False)
def stamp(new):
    pass
