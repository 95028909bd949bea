"""A stand-in for PL/Python's ``plpy``, with its names and without a database.

Messages go to ``logging.getLogger("plpy")``, errors are raised, quoting quotes. What would need
a database raises RuntimeError: a test hands an object of its own to a trigger function, which
gets ``plpy`` as an argument, or patches the name it needs::

    with unittest.mock.patch.object(plpy, "execute", return_value=[{"count": 3}]):
        ...

The rules are those of PostgreSQL 18's manual: section 44.6, Database Access, 44.7, Explicit
Subtransactions, 44.8, Transaction Management, and 44.9, Utility Functions. In the database the
real ``plpy`` stands in this one's place.
"""

import logging
from typing import Any, NoReturn

from ._messages import Failure, Message
from ._quoting import quote_ident, quote_literal, quote_nullable
from ._spiexceptions import SPIExceptions

__all__ = [
    "Error",
    "Fatal",
    "SPIError",
    "commit",
    "cursor",
    "debug",
    "error",
    "execute",
    "fatal",
    "info",
    "log",
    "notice",
    "prepare",
    "quote_ident",
    "quote_literal",
    "quote_nullable",
    "rollback",
    "spiexceptions",
    "subtransaction",
    "warning",
]


class Error(Exception):
    """What ``error`` raises (section 44.9); uncaught, it aborts the transaction.

    Raised by ``error`` it has the attributes ``sqlstate``, ``detail``, ``hint``, ``schema_name``,
    ``table_name``, ``column_name``, ``datatype_name`` and ``constraint_name``; raised by hand,
    none of them.
    """


class Fatal(Exception):
    """What ``fatal`` raises (section 44.9), with the attributes that ``Error`` has."""


class SPIError(Exception):
    """What a failed query raises (section 44.6.2, Trapping Errors); it is no ``Error``."""


spiexceptions = SPIExceptions(SPIError)
debug = Message(logging.DEBUG)
log = Message(logging.INFO)
info = Message(logging.INFO)
notice = Message(logging.INFO)
warning = Message(logging.WARNING)
error = Failure(Error)
fatal = Failure(Fatal)


def execute(query: Any, /, *arguments: Any) -> Any:
    """Runs a query or a plan in the database (section 44.6.1); here it raises RuntimeError."""
    _no_database("execute")


def prepare(query: str, /, *argtypes: Any) -> Any:
    """Makes a plan of a query (section 44.6.1); here it raises RuntimeError."""
    _no_database("prepare")


def cursor(query: Any, /, *arguments: Any) -> Any:
    """Opens a cursor for a query or a plan (section 44.6.1); here it raises RuntimeError."""
    _no_database("cursor")


def subtransaction() -> Any:
    """A context manager for a subtransaction (section 44.7); here it raises RuntimeError."""
    _no_database("subtransaction")


def commit() -> None:
    """Commits a procedure's transaction (section 44.8); here it raises RuntimeError."""
    _no_database("commit")


def rollback() -> None:
    """Rolls back a procedure's transaction (section 44.8); here it raises RuntimeError."""
    _no_database("rollback")


def _no_database(name: str) -> NoReturn:
    raise RuntimeError(
        f"plpy.{name}() needs a database, and there is none here. In a test, pass an object of "
        "your own as the trigger function's plpy, or patch this one: "
        f'unittest.mock.patch.object(plpy, "{name}", ...)'
    )
