import unittest
from typing import Any

from plpython import (
    plaggregate,
    pleventtrigger,
    plfunction,
    plprocedure,
    pltable,
    pltrigger,
    pltype,
)


def area(width: int, height: int) -> int:
    return width * height


# Called through Any where the test means to break the signature.
anything: Any = plfunction
any_trigger: Any = pltrigger
any_event_trigger: Any = pleventtrigger


class PlfunctionTest(unittest.TestCase):
    def test_returns_the_function_itself_when_bare(self) -> None:
        self.assertIs(area, plfunction(area))

    def test_returns_the_function_itself_when_called_without_options(self) -> None:
        self.assertIs(area, plfunction()(area))

    def test_returns_the_function_itself_when_every_option_is_given(self) -> None:
        decorated = plfunction(
            name="area_of",
            schema="geometry",
            volatility="immutable",
            strict=True,
            parallel="safe",
            leakproof=False,
            security="invoker",
            cost=2.5,
            rows=10,
            set={"search_path": "geometry", "work_mem": "1MB"},
            transforms=["hstore"],
            support="area_support",
            returns="bigint",
            owner="app",
            grant={"public": "execute"},
            comment="Width times height.",
            install="early",
        )(area)
        self.assertIs(area, decorated)

    def test_raises_type_error_when_an_option_is_unknown(self) -> None:
        with self.assertRaisesRegex(TypeError, "volatile"):
            anything(volatile=True)

    def test_raises_type_error_when_an_option_is_positional(self) -> None:
        with self.assertRaisesRegex(TypeError, "not 'shop'"):
            anything("shop")


class PlprocedureTest(unittest.TestCase):
    def test_returns_the_function_itself_when_bare_and_when_every_option_is_given(self) -> None:
        self.assertIs(area, plprocedure(area))
        decorated = plprocedure(
            name="measure",
            schema="geometry",
            security="definer",
            set={"search_path": ["geometry"]},
            transforms=["hstore"],
            returns={"area": "bigint"},
            owner="app",
            grant={"app": "execute"},
            comment="Measures.",
            install="early",
        )(area)
        self.assertIs(area, decorated)


class PlaggregateTest(unittest.TestCase):
    def test_returns_the_function_itself_when_every_option_is_given(self) -> None:
        decorated = plaggregate(
            name="total",
            schema="geometry",
            initial=0,
            final=area,
            combine="area",
            parallel="safe",
            sort_operator=">",
            owner="app",
            grant={"app": "execute"},
            comment="The total.",
            install="early",
        )(area)
        self.assertIs(area, decorated)


class PltriggerTest(unittest.TestCase):
    def test_returns_the_function_itself_when_stacked(self) -> None:
        inserted = pltrigger(event="INSERT", when="BEFORE", table="shop.book")
        updated = pltrigger(
            event="UPDATE",
            when="AFTER",
            model=object,
            name="book_area",
            schema="shop",
            of=["width"],
            condition="new.width > 0",
        )
        self.assertIs(area, inserted(updated(area)))

    def test_returns_the_function_itself_when_every_option_is_given(self) -> None:
        compared = pltrigger(
            event="UPDATE",
            when="AFTER",
            table="shop.book",
            level="statement",
            old_table="old_rows",
            new_table="new_rows",
            args=["a", "b"],
            enabled="always",
            install="late",
            detach=True,
        )
        deferred = pltrigger(
            event="INSERT",
            when="AFTER",
            table="shop.book",
            level="row",
            constraint=True,
            deferrable="initially deferred",
        )
        of_view = pltrigger(event="INSERT", when="INSTEAD OF", table="v", deferrable=False)
        self.assertIs(area, compared(deferred(of_view(area))))

    def test_raises_type_error_when_event_or_when_is_missing(self) -> None:
        with self.assertRaisesRegex(TypeError, "event"):
            any_trigger(when="BEFORE")
        with self.assertRaisesRegex(TypeError, "when"):
            any_trigger(event="INSERT")

    def test_raises_type_error_when_an_option_is_unknown(self) -> None:
        with self.assertRaisesRegex(TypeError, "tables"):
            any_trigger(event="INSERT", when="BEFORE", tables="shop.book")

    def test_raises_type_error_when_bare(self) -> None:
        with self.assertRaises(TypeError):
            any_trigger(area)


class PleventtriggerTest(unittest.TestCase):
    def test_returns_the_function_itself_when_stacked(self) -> None:
        ended = pleventtrigger(event="ddl_command_end", tags=["CREATE TABLE"])
        dropped = pleventtrigger(
            event="sql_drop", name="guard", schema="admin", enabled="disabled", install="late"
        )
        self.assertIs(area, ended(dropped(area)))

    def test_raises_type_error_when_event_is_missing_or_an_option_is_unknown(self) -> None:
        with self.assertRaisesRegex(TypeError, "event"):
            any_event_trigger(tags=["CREATE TABLE"])
        with self.assertRaisesRegex(TypeError, "when"):
            any_event_trigger(event="login", when="AFTER")


class PltableTest(unittest.TestCase):
    def test_records_the_table_and_returns_the_class(self) -> None:
        class Book:
            pass

        self.assertIs(Book, pltable("shop.book")(Book))
        self.assertEqual("shop.book", getattr(Book, "__tablename__"))


class PltypeTest(unittest.TestCase):
    def test_returns_the_class_unchanged(self) -> None:
        class Point:
            pass

        self.assertIs(Point, pltype("shop.point")(Point))
        self.assertEqual([], [name for name in vars(Point) if "table" in name])


if __name__ == "__main__":
    unittest.main()
