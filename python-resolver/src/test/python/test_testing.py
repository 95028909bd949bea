"""What plpython.testing tells a test; what it shares with the database is in test-harness."""

import datetime
import re
import unittest
from typing import Any, List, Tuple

from plpython import Row, plpy, pltable, pltrigger
from plpython.plpy import execute
from plpython.testing import Call, Fired, Notice, PlPy, UnexpectedQuery, fire, spi_error

COUNT = "SELECT count(*) FROM book"
INSERT = "INSERT INTO note VALUES ($1)"


class AnswersTest(unittest.TestCase):
    def test_answers_by_text_whatever_its_white_space_and_comments(self) -> None:
        with PlPy() as db:
            db.on("SELECT  'a  b' -- all\n FROM book").returns({"n": 1})
            self.assertEqual(1, plpy.execute("SELECT 'a  b'\n\tFROM /* */ book")[0]["n"])
            with self.assertRaises(UnexpectedQuery):
                plpy.execute("SELECT 'a b' FROM book")
            db._expectations._unexpected.clear()

    def test_answers_by_regular_expression_and_by_function(self) -> None:
        asked: List[Tuple[str, Tuple[Any, ...]]] = []

        def is_update(query: str, arguments: Tuple[Any, ...]) -> bool:
            asked.append((query, arguments))
            return query.startswith("UPDATE")

        with PlPy() as db:
            db.on(re.compile("from book", re.I)).returns({"n": 1})
            db.on(is_update).affects(4)
            self.assertEqual([{"n": 1}], list(plpy.execute(COUNT)))
            self.assertEqual(4, plpy.prepare("UPDATE t SET i = $1", ["int"]).execute([5]).nrows())
        self.assertEqual([(COUNT, ()), ("UPDATE t SET i = $1", (5,))], asked)

    def test_answers_by_the_first_that_fits_and_is_left(self) -> None:
        with PlPy() as db:
            db.on(INSERT, ["special"]).raises("23505", "twice")
            db.on(INSERT).times(2).affects(1)
            db.on(INSERT).affects(0)
            plan = plpy.prepare(INSERT, ["text"])
            self.assertEqual([1, 1, 0, 0], [plan.execute(["x"]).nrows() for _ in range(4)])
            with self.assertRaises(plpy.spiexceptions.UniqueViolation):
                plan.execute(["special"])

    def test_answers_what_a_function_computes(self) -> None:
        with PlPy() as db:
            db.on("SELECT $1 AS a").calls(lambda query, arguments: [{"a": arguments[0]}])
            db.on(INSERT).calls(lambda query, arguments: len(arguments[0]))
            self.assertEqual([{"a": 5}], list(plpy.prepare("SELECT $1 AS a", ["int"]).execute([5])))
            self.assertEqual(3, plpy.prepare(INSERT, ["text"]).execute(["abc"]).nrows())

    def test_rows_are_new_each_time(self) -> None:
        with PlPy() as db:
            db.on(COUNT).returns({"n": [1]})
            plpy.execute(COUNT)[0]["n"].append(2)
            self.assertEqual([{"n": [1]}], list(plpy.execute(COUNT)))

    def test_raises_the_exception_of_the_test(self) -> None:
        lost = spi_error("08006", "connection lost", detail="d")
        with PlPy() as db:
            db.on(COUNT).raises(lost)
            with self.assertRaises(plpy.spiexceptions.ConnectionFailure) as raised:
                plpy.execute(COUNT)
        self.assertIs(lost, raised.exception)
        self.assertEqual("d", raised.exception.spidata[1])

    def test_refuses_what_no_query_gives(self) -> None:
        day = datetime.date(2026, 1, 31)
        with self.assertRaisesRegex(TypeError, "gives a date: .* text that PostgreSQL shows .*31"):
            PlPy().on(COUNT).returns({"day": day})
        with self.assertRaisesRegex(TypeError, r"gives a tuple: .*use those instead of \(1,\)"):
            PlPy().on(COUNT).returns({"a": [(1,)]})
        with self.assertRaisesRegex(ValueError, r"columns \['b'\], and not \['a'\]"):
            PlPy().on(COUNT).returns({"a": 1}, {"b": 1})
        with self.assertRaisesRegex(ValueError, 'type "shop.kind" has no identifier here'):
            PlPy().on(COUNT).returns(columns={"a": "shop.kind"})

    def test_refuses_a_text_in_place_of_a_list_of_arguments(self) -> None:
        with self.assertRaisesRegex(TypeError, r"write \['ab'\]"):
            PlPy().on(INSERT, "ab")

    def test_refuses_rows_of_a_statement_that_gives_none(self) -> None:
        db = PlPy()
        db.on("INSERT INTO t VALUES (1)").returns({"id": 1})
        with self.assertRaisesRegex(AssertionError, r"without RETURNING .* \.affects\(1\)"):
            db.execute("INSERT INTO t VALUES (1)")

    def test_asks_for_types_that_nobody_said(self) -> None:
        db = PlPy()
        db.on(COUNT).returns({"n": 1})
        db.on("SELECT 1 WHERE false").returns()
        self.assertEqual(["n"], db.execute(COUNT).colnames())
        with self.assertRaisesRegex(AssertionError, r'columns=\{"n": "text"\}'):
            db.execute(COUNT).coltypes()
        with self.assertRaisesRegex(AssertionError, "columns are asked for: say them"):
            db.execute("SELECT 1 WHERE false").colnames()


class ExpectationsTest(unittest.TestCase):
    def unexpected(self, db: PlPy, query: str, *arguments: Any) -> str:
        with self.assertRaises(UnexpectedQuery) as raised:
            db.prepare(query, ["text"] * len(arguments)).execute(list(arguments))
        return str(raised.exception)

    def test_shows_what_was_expected_and_the_nearest(self) -> None:
        db = PlPy()
        db.on(re.compile("^DELETE")).optional()
        db.on("SELECT isbn FROM shop.book WHERE id = $1", [7]).times(2)
        self.assertEqual(
            "unexpected query:\n"
            "  SELECT isbn FROM shop.boko WHERE id = $1\n"
            "  with ['7']\n"
            "expected:\n"
            "  a query like ^DELETE: came 0 times\n"
            "  SELECT isbn FROM shop.book WHERE id = $1 with [7]: came 0 of 2 times\n"
            "the nearest one is - and not +:\n"
            "  - SELECT isbn FROM shop.book WHERE id = $1\n"
            "  ?                          -\n"
            "  + SELECT isbn FROM shop.boko WHERE id = $1\n"
            "  ?                         +",
            self.unexpected(db, "SELECT isbn  FROM shop.boko WHERE id = $1", "7"),
        )
        self.assertTrue(
            self.unexpected(db, "SELECT isbn FROM shop.book WHERE id = $1", "7").endswith(
                "the nearest one differs in its arguments"
            )
        )

    def test_says_so_when_a_query_comes_too_often_or_nothing_is_expected(self) -> None:
        db = PlPy()
        self.assertIn("nothing is expected", self.unexpected(db, COUNT))
        db.on(COUNT).times(1)
        db.execute(COUNT)
        self.assertEqual(
            f"unexpected query:\n  {COUNT}\nit came too often:\n  {COUNT}: came 1 of 1 times",
            self.unexpected(db, COUNT),
        )

    def test_shows_what_did_not_come_at_the_end(self) -> None:
        with self.assertRaises(AssertionError) as raised:
            with PlPy() as db:
                db.on(COUNT)
                db.on(INSERT).times(2)
                db.on("DELETE FROM book").optional()
                plpy.prepare(INSERT, ["text"]).execute(["x"])
        self.assertEqual(
            f"expected, and did not come:\n  {COUNT}: came 0 times\n  {INSERT}: came 1 of 2 times",
            str(raised.exception),
        )

    def test_shows_unexpected_queries_at_the_end_when_the_code_caught_them(self) -> None:
        with self.assertRaisesRegex(AssertionError, "unexpected query:\n  " + re.escape(COUNT)):
            with PlPy():
                try:
                    plpy.execute(COUNT)
                except Exception:
                    pass

    def test_leaves_the_error_of_the_test_alone(self) -> None:
        with self.assertRaisesRegex(KeyError, "of the test"):
            with PlPy() as db:
                db.on(COUNT)
                raise KeyError("of the test")


class CallsTest(unittest.TestCase):
    def test_keeps_calls_and_messages_in_their_order(self) -> None:
        with PlPy() as db:
            db.on(COUNT).returns({"n": 1})
            db.on(INSERT).affects(1)
            execute(COUNT, 1)
            plpy.notice("said", hint="h")
            db.warning("too")
            with plpy.subtransaction():
                plpy.prepare(INSERT, ["text"]).execute(["a"])
            list(plpy.cursor(COUNT))
            plpy.commit()
        self.assertEqual(
            [
                Call("execute", COUNT, (), 1),
                Call("subtransaction"),
                Call("prepare", INSERT, ("text",)),
                Call("execute", INSERT, ("a",)),
                Call("cursor", COUNT),
                Call("commit"),
            ],
            db.calls,
        )
        self.assertEqual(
            [Notice("notice", "said", hint="h"), Notice("warning", "too")], db.messages
        )
        self.assertEqual([COUNT, INSERT, COUNT], [call.query for call in db.executed()])

    def test_tells_what_was_rolled_back(self) -> None:
        with PlPy() as db:
            db.on(INSERT, ["bad"]).raises("23505", "twice")
            db.on(INSERT).affects(1)
            plan = plpy.prepare(INSERT, ["text"])
            plan.execute(["kept"])
            with self.assertRaises(plpy.SPIError) as raised:
                with plpy.subtransaction():
                    plan.execute(["undone"])
                    plan.execute(["bad"])
        self.assertEqual([("kept",)], [call.arguments for call in db.executed()])
        self.assertEqual(
            [("subtransaction", True), ("execute", True), ("execute", True)],
            [(call.name, call.rolled_back) for call in db.calls[2:]],
        )
        self.assertIs(raised.exception, db.calls[-1].error)

    def test_plans_outlive_the_stand_in_that_made_them(self) -> None:
        with PlPy() as first:
            plan = plpy.prepare(COUNT)
            first.on(COUNT).returns({"n": 1})
            self.assertEqual(1, plan.execute()[0]["n"])
        with PlPy() as second:
            second.on(COUNT).returns({"n": 2})
            self.assertEqual(2, plan.execute()[0]["n"])
            self.assertEqual(2, next(plan.cursor())["n"])

    def test_asks_the_innermost_and_nobody_afterwards(self) -> None:
        with PlPy() as outer:
            outer.on(COUNT).returns({"n": 1})
            with PlPy() as inner:
                inner.on(COUNT).returns({"n": 2})
                self.assertEqual(2, plpy.execute(COUNT)[0]["n"])
            self.assertEqual(1, plpy.execute(COUNT)[0]["n"])
        with self.assertRaisesRegex(RuntimeError, "needs a database"):
            plpy.execute(COUNT)


@pltrigger(event="INSERT OR UPDATE", when="BEFORE", table="shop.book", name="slug")
@pltrigger(event="DELETE", when="AFTER", table="shop.author")
def set_slug(new: Any, old: Any, td: Any, plpy: Any) -> None:
    plpy.notice(td["table_schema"] + " " + td["name"])
    if new is not None:
        new.slug = new.title.lower()


def undecorated(td: Any) -> None:
    td["new"]["a"] = 1


class FireTest(unittest.TestCase):
    def test_tells_what_becomes_of_the_row_and_leaves_the_given_one(self) -> None:
        new = Row(title="A", slug=None, tags=["t"])
        fired = fire(set_slug, new=new)
        self.assertEqual(Fired(Row(title="A", slug="a", tags=["t"]), {"slug": "a"}, False), fired)
        self.assertEqual(Row(title="A", slug=None, tags=["t"]), new)

    def test_finds_the_trigger_that_fits(self) -> None:
        with PlPy() as db:
            fire(set_slug, new={"title": "A", "slug": ""}, table="shop.book")
            fire(set_slug, old={"name": "B"}, when="after", event="delete")
        self.assertEqual(["shop slug", "shop set_slug"], [m.message for m in db.messages])

    def test_says_which_triggers_there_are_when_none_or_several_fit(self) -> None:
        def touch(new: Any) -> None:
            pass

        several: Any = pltrigger(event="UPDATE", when="BEFORE", table="shop.book")(touch)
        several = pltrigger(event="UPDATE", when="AFTER", table="shop.book")(several)
        with self.assertRaisesRegex(ValueError, "(?s)several triggers: say .*shop.book.*AFTER"):
            fire(several, new={}, old={}, table="shop.book")
        with self.assertRaisesRegex(ValueError, "(?s)no trigger with .*'shelf'.*shop.author"):
            fire(set_slug, new={}, table="shelf")

    def test_fires_what_no_decorator_tells_of(self) -> None:
        fired = fire(undecorated, new={"a": 0}, table="book", when="BEFORE")
        self.assertEqual({"a": 1}, fired.changed)
        with self.assertRaisesRegex(ValueError, "say table=, when="):
            fire(undecorated, new={"a": 0})

    def test_says_so_when_rows_tell_of_another_event(self) -> None:
        with self.assertRaisesRegex(ValueError, "of nothing, and the trigger fires for INSERT"):
            fire(set_slug, table="shop.book")
        with self.assertRaisesRegex(ValueError, "no trigger with .*'DELETE'.* old= alone"):
            fire(set_slug, old={"a": 1}, table="shop.book")
        statement: Any = pltrigger(
            event="INSERT OR DELETE", when="AFTER", table="t", level="statement"
        )(lambda: None)
        with self.assertRaisesRegex(ValueError, "gets no rows"):
            fire(statement, new={"a": 1})
        with self.assertRaisesRegex(ValueError, "event= one of INSERT, DELETE"):
            fire(statement)
        self.assertEqual(Fired(None, {}, False), fire(statement, event="DELETE"))

    def test_refuses_values_that_pl_python_never_shows(self) -> None:
        with self.assertRaisesRegex(TypeError, "gives a datetime"):
            fire(set_slug, new={"title": "A", "at": datetime.datetime.now()}, table="shop.book")

    def test_expects_nothing_when_no_stand_in_is_set_up(self) -> None:
        asking: Any = pltrigger(event="INSERT", when="AFTER", table="t")(
            lambda new: plpy.execute(COUNT)
        )
        with self.assertRaisesRegex(UnexpectedQuery, "nothing is expected"):
            fire(asking, new={})

    def test_says_so_when_the_model_names_no_table(self) -> None:
        class Nameless:
            pass

        @pltrigger(event="INSERT", when="BEFORE", model=Nameless)
        def touch(new: Any) -> None:
            pass

        with self.assertRaisesRegex(ValueError, "names no table"):
            fire(touch, new={"a": 1})
        pltable("book")(Nameless)
        fire(touch, new={"a": 1})


if __name__ == "__main__":
    unittest.main()
