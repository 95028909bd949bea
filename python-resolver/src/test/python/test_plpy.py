import unittest
from typing import Any, Callable
from unittest import mock

from plpython import plpy
from plpython.testing import SessionEnded

FIELDS = {
    "detail": "its detail",
    "hint": "its hint",
    "sqlstate": "22023",
    "schema_name": "shop",
    "table_name": "book",
    "column_name": "isbn",
    "datatype_name": "text",
    "constraint_name": "isbn_check",
}
ANY: Any = plpy


class MessagesTest(unittest.TestCase):
    def test_messages_are_logged_at_their_level(self) -> None:
        with self.assertLogs("plpy", "DEBUG") as logged:
            plpy.debug("a")
            plpy.log("b")
            plpy.info("c")
            plpy.notice("100 %s")
            plpy.warning(5)
        self.assertEqual(
            [
                "DEBUG:plpy:a",
                "INFO:plpy:b",
                "INFO:plpy:c",
                "INFO:plpy:100 %s",
                "WARNING:plpy:5",
            ],
            logged.output,
        )

    def test_fields_are_attributes_of_the_record(self) -> None:
        with self.assertLogs("plpy", "DEBUG") as logged:
            plpy.warning("w", **FIELDS)
            plpy.warning("w")
        given, absent = ({k: getattr(r, k) for k in FIELDS} for r in logged.records)
        self.assertEqual(FIELDS, given)
        self.assertEqual(dict.fromkeys(FIELDS), absent)

    def test_the_record_names_the_place_of_the_call(self) -> None:
        with self.assertLogs("plpy", "DEBUG") as logged:
            plpy.notice("here")
        self.assertEqual("test_plpy.py", logged.records[0].filename)

    def test_raises_when_a_field_is_unknown_or_the_sqlstate_is_none(self) -> None:
        for report in (ANY.notice, ANY.error, ANY.fatal):
            with self.assertRaisesRegex(TypeError, "hnit"):
                report("m", hnit="h")
            with self.assertRaisesRegex(ValueError, "invalid SQLSTATE code"):
                report("m", sqlstate="2202")


class ErrorsTest(unittest.TestCase):
    def test_error_raises_its_exception_with_the_fields(self) -> None:
        with self.assertRaises(plpy.Error) as error:
            plpy.error("e", **FIELDS)
        self.assertEqual(("e",), error.exception.args)
        self.assertEqual({**FIELDS, "query": None}, vars(error.exception))

    def test_fatal_ends_the_session_past_every_handler(self) -> None:
        with self.assertRaises(SessionEnded) as ended:
            try:
                plpy.fatal("f", **FIELDS)
            except Exception:
                self.fail("caught")
        self.assertEqual(("f",), ended.exception.args)
        self.assertNotIsInstance(ended.exception, Exception)

    def test_fields_are_none_and_the_sqlstate_internal_error_when_not_given(self) -> None:
        with self.assertRaises(plpy.Error) as error:
            plpy.error("e")
        nothing = {**dict.fromkeys(FIELDS), "sqlstate": "XX000", "query": None}
        self.assertEqual(nothing, vars(error.exception))

    def test_exceptions_are_no_subclasses_of_each_other(self) -> None:
        for kind in (plpy.Error, plpy.Fatal, plpy.SPIError):
            self.assertEqual((Exception,), kind.__bases__)


class QuotingTest(unittest.TestCase):
    """Each expected value is what PostgreSQL 18's own plpy returned."""

    def test_quote_literal(self) -> None:
        for string, quoted in (
            ("", "''"),
            ("a", "'a'"),
            ("O'Reilly", "'O''Reilly'"),
            ("a\\b", r"E'a\\b'"),
            ("a\\'b", r"E'a\\''b'"),
            ("ä\n", "'ä\n'"),
        ):
            self.assertEqual(quoted, plpy.quote_literal(string))

    def test_quote_nullable(self) -> None:
        self.assertEqual("NULL", plpy.quote_nullable(None))
        self.assertEqual("'NULL'", plpy.quote_nullable("NULL"))

    def test_quote_ident(self) -> None:
        for string, quoted in (
            ("book", "book"),
            ("_a1", "_a1"),
            ("Book", '"Book"'),
            ("", '""'),
            ("1a", '"1a"'),
            ("a$b", '"a$b"'),
            ("ä", '"ä"'),
            ("a\n", '"a\n"'),
            ('a"b', '"a""b"'),
            ("a\\b", '"a\\b"'),
            ("select", '"select"'),
            ("between", '"between"'),
            ("authorization", '"authorization"'),
            ("abort", "abort"),
            ("value", "value"),
        ):
            self.assertEqual(quoted, plpy.quote_ident(string))

    def test_raises_when_the_argument_is_no_string_or_holds_nul(self) -> None:
        for function in (ANY.quote_literal, ANY.quote_nullable, ANY.quote_ident):
            with self.assertRaisesRegex(TypeError, "not int"):
                function(1)
            with self.assertRaisesRegex(ValueError, "embedded null character"):
                function("a\0b")
        with self.assertRaisesRegex(TypeError, "must be str, not None"):
            ANY.quote_literal(None)


class DatabaseTest(unittest.TestCase):
    def test_raises_and_says_what_to_do_as_there_is_no_database(self) -> None:
        calls: "dict[str, Callable[[], Any]]" = {
            "execute": lambda: plpy.execute("select 1", 5),
            "prepare": lambda: plpy.prepare("select $1", ["text"]),
            "cursor": lambda: plpy.cursor("select 1"),
            "subtransaction": plpy.subtransaction,
            "commit": plpy.commit,
            "rollback": plpy.rollback,
        }
        for name, call in calls.items():
            message = rf'plpy\.{name}\(\) needs a database.*patch\.object\(plpy, "{name}"'
            with self.assertRaisesRegex(RuntimeError, message):
                call()

    def test_every_name_can_be_patched(self) -> None:
        for name in plpy.__all__:
            with mock.patch.object(plpy, name, return_value=[{"n": 1}]) as patched:
                self.assertIs(patched, getattr(plpy, name))
        with mock.patch.object(plpy, "execute", return_value=[{"n": 1}], autospec=True):
            self.assertEqual(1, plpy.execute("select 1 as n")[0]["n"])


class SPIExceptionsTest(unittest.TestCase):
    def test_are_spi_errors_by_the_conditions_name(self) -> None:
        with self.assertRaises(plpy.SPIError) as caught:
            raise plpy.spiexceptions.UniqueViolation("duplicate key")
        self.assertIs(plpy.spiexceptions.UniqueViolation, type(caught.exception))
        self.assertIsNot(plpy.spiexceptions.DivisionByZero, type(caught.exception))

    def test_refuse_what_is_no_condition_name(self) -> None:
        for name in ("unique_violation", "UniqueViolatoin"):
            with self.assertRaisesRegex(AttributeError, name):
                getattr(plpy.spiexceptions, name)


if __name__ == "__main__":
    unittest.main()
