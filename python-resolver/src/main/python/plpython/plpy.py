"""A stand-in for PL/Python's ``plpy``, with its names and without a database.

Messages go to ``logging.getLogger("plpy")``, errors are raised, quoting quotes. What would need
a database asks the ``plpython.testing.PlPy`` that a test has set up, and raises RuntimeError
where there is none::

    with PlPy() as database:
        database.on("SELECT count(*) FROM book").returns({"count": 3})
        ...

The rules are those of PostgreSQL 18's manual: section 44.6, Database Access, 44.7, Explicit
Subtransactions, 44.8, Transaction Management, and 44.9, Utility Functions. In the database the
real ``plpy`` stands in this one's place.
"""

import logging
from typing import Any, Optional, Tuple

from . import _active
from ._messages import Failure, Message, SessionEnded
from ._quoting import quote_ident, quote_literal, quote_nullable
from ._spiexceptions import SPIExceptions

__tracebackhide__ = True  # in pytest's tracebacks

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

    Raised by ``error`` it has the attributes below; raised by hand, none of them.
    """

    __module__ = "plpy"
    sqlstate: str
    detail: Optional[str]
    hint: Optional[str]
    query: Optional[str]
    schema_name: Optional[str]
    table_name: Optional[str]
    column_name: Optional[str]
    datatype_name: Optional[str]
    constraint_name: Optional[str]


class Fatal(Exception):
    """What ``raise plpy.Fatal`` raises (section 44.9).

    In the database ``plpy.fatal`` raises nothing that can be caught, as it ends the session.
    """

    __module__ = "plpy"


class SPIError(Exception):
    """What a failed query raises (section 44.6.2, Trapping Errors); it is no ``Error``.

    ``sqlstate`` is there for the codes of ``spiexceptions``. ``spidata`` is a tuple: the code as
    PostgreSQL keeps it, detail, hint, query, position in it, and the names of schema, table,
    column, data type and constraint. There are no such attributes.
    """

    __module__ = "plpy"
    sqlstate: str
    spidata: Tuple[Any, ...]


spiexceptions = SPIExceptions(SPIError)
debug = Message("debug", logging.DEBUG, _active.record)
log = Message("log", logging.INFO, _active.record)
info = Message("info", logging.INFO, _active.record)
notice = Message("notice", logging.INFO, _active.record)
warning = Message("warning", logging.WARNING, _active.record)
error = Failure(Error)
fatal = Failure(SessionEnded)


def execute(*arguments: Any) -> Any:
    """Runs a query or a plan in the database (section 44.6.1)."""
    return _active.current("execute").execute(*arguments)


def prepare(query: str, /, *argtypes: Any) -> Any:
    """Makes a plan of a query (section 44.6.1)."""
    return _active.current("prepare").prepare(query, *argtypes)


def cursor(*arguments: Any) -> Any:
    """Opens a cursor for a query or a plan (section 44.6.1)."""
    return _active.current("cursor").cursor(*arguments)


def subtransaction() -> Any:
    """A context manager for a subtransaction (section 44.7)."""
    return _active.current("subtransaction").subtransaction()


def commit() -> None:
    """Commits a procedure's transaction (section 44.8)."""
    _active.current("commit").commit()


def rollback() -> None:
    """Rolls back a procedure's transaction (section 44.8)."""
    _active.current("rollback").rollback()
