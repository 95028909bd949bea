from plpython import pleventtrigger, pltrigger


@pltrigger(event="INSERT OR TRUNCATE", when="INSTEAD OF", table="t", of=["a"], condition="true", enabled="always", name="i1")
@pltrigger(event="UPDATE", when="INSTEAD OF", table="t", level="statement", of=["a"], new_table="n", constraint=True, name="i2")
def instead_of(td):
    pass


@pltrigger(event="TRUNCATE", when="BEFORE", table="t", name="t1")
@pltrigger(event="INSERT OR TRUNCATE", when="BEFORE", table="t", level="row", name="t2")
@pltrigger(event="TRUNCATE", when="AFTER", table="t", level="statement", old_table="o", new_table="n", name="t3")
def truncate(td):
    pass


@pltrigger(event="INSERT", when="BEFORE", table="t", new_table="n", name="n1")
@pltrigger(event="INSERT OR UPDATE", when="AFTER", table="t", new_table="n", name="n2")
@pltrigger(event="UPDATE", when="AFTER", table="t", new_table="n", of=["a"], name="n3")
@pltrigger(event="UPDATE", when="AFTER", table="t", old_table="n", new_table="n", constraint=True, name="n4")
@pltrigger(event="INSERT", when="AFTER", table="t", old_table="o", name="n5")
@pltrigger(event="DELETE", when="AFTER", table="t", new_table="n", name="n6")
@pltrigger(event="UPDATE", when="AFTER", table="t", new_table="a_name_that_is_longer_than_postgresql_keeps_it_which_is_63_bytes", name="n7")
def transition_tables(td):
    pass


@pltrigger(event="UPDATE", when="AFTER", table="t", level="statement", condition="new.a > 1", name="c1")
@pltrigger(event="INSERT", when="BEFORE", table="t", condition="OLD.a > 1", name="c2")
@pltrigger(event="INSERT OR UPDATE", when="BEFORE", table="t", condition="new is distinct from old", name="c3")
@pltrigger(event="DELETE", when="BEFORE", table="t", condition='"new" . a > 1', name="c4")
@pltrigger(event="UPDATE", when="BEFORE", table="t", condition="new.a IN (SELECT 1)", name="c5")
@pltrigger(event="UPDATE", when="BEFORE", table="t", condition="new.a = 'it''s", name="c6")
@pltrigger(event="UPDATE", when="BEFORE", table="t", condition="(new.a = 1", name="c7")
@pltrigger(event="UPDATE", when="BEFORE", table="t", condition="true /* /* */", name="c8")
@pltrigger(event="UPDATE", when="BEFORE", table="t", condition="true) EXECUTE FUNCTION f(", name="c9")
@pltrigger(event="UPDATE", when="BEFORE", table="t", condition="new.a = 'NUL \0'", name="c10")
@pltrigger(event="INSERT", when="BEFORE", table="t", condition="'old.a' <> $$old.a$$ /* old.a */ AND new.old = E'\\'old' -- old", name="fine")
def conditions(td):
    pass


@pltrigger(event="UPDATE", when="BEFORE", table="t", constraint=True, name="k1")
@pltrigger(event="UPDATE", when="AFTER", table="t", level="statement", constraint=True, name="k2")
@pltrigger(event="UPDATE OR TRUNCATE", when="AFTER", table="t", constraint=True, name="k3")
@pltrigger(event="UPDATE", when="AFTER", table="t", deferrable=True, name="k4")
@pltrigger(event="UPDATE", when="AFTER", table="t", constraint=True, deferrable="deferred", name="k5")
@pltrigger(event="UPDATE", when="AFTER", table="t", constraint="yes", name="k6")
def constraints(td):
    pass


@pltrigger(event="INSERT", when="BEFORE", table="t", of=["a"], name="o1")
@pltrigger(event="UPDATE", when="BEFORE", table="t", of=["a", "a"], name="o2")
@pltrigger(event="UPDATE", when="before", table="t", level="rows", enabled=True, args=[1], name="o3")
@pltrigger(event="UPDATE OR UPDATE", when="INSTEAD", table="t", old_table=1, args="a", name="o4")
def options(td):
    pass


@pltrigger(event="UPDATE", when="AFTER", table="t", level="statement", name="s1")
@pltrigger(event="UPDATE", when="AFTER", table="t", name="s2")
def rows_of_a_statement(new, td, old):
    pass


@pltrigger(event="INSERT", when="BEFORE", table="t", name="twice")
@pltrigger(event="UPDATE", when="BEFORE", table="t", name="twice")
def same_name(td):
    pass


@pleventtrigger
def no_event():
    pass


@pleventtrigger(event="ddl_command", tags=[], table="t", enabled="on")
async def wrong_event(td, new, plpy):
    pass


@pleventtrigger(event="login", tags=["CREATE TABLE", "create table", " "], name="e1")
@pleventtrigger(event="login", schema="s", name="a_name_that_is_longer_than_postgresql_keeps_it_which_is_63_bytes")
def wrong_tags():
    pass


@pltrigger(event="INSERT", when="BEFORE", table="t")
@pleventtrigger(event="login")
def both(td):
    pass


def outer():
    @pleventtrigger(event="login")
    def inner():
        pass
