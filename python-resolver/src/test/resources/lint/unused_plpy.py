from plpython import pltrigger


@pltrigger(event="INSERT", when="BEFORE", table="book")
def unused(new, plpy):
    new.a = 1


@pltrigger(event="INSERT", when="BEFORE", table="book")
def customary(new, old, td, plpy):
    new.a = 1


@pltrigger(event="INSERT", when="BEFORE", table="book")
def in_a_lambda(new, plpy):
    new.a = (lambda: plpy.execute("SELECT 1"))()


@pltrigger(event="INSERT", when="BEFORE", table="book")
def by_name(new, plpy):
    eval("plpy.notice('a')")
