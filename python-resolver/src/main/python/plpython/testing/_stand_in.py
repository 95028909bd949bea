"""The stand-in that a test sets up in the database's place."""

import logging
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Callable, Iterator, List, Optional, Sequence, Type

from .. import _active, _quoting, plpy
from .._messages import Failure, Fields, Message, SessionEnded
from ._answers import Answer, Query
from ._calls import Call, Notice
from ._errors import spi_error
from ._expectations import Expectations
from ._plans import Asked, PLyPlan, asked, is_sequence
from ._sql import parameters
from ._subtransactions import PLySubtransaction
from ._transaction import Transaction
from ._working import cursor_of, result_of

__tracebackhide__ = True  # in pytest's tracebacks


class PlPy:
    """A ``plpy`` that answers what a test says, and keeps what it was asked.

    ``on`` says what it answers; a query that nothing fits is an AssertionError. It is handed to
    a function that takes ``plpy``, and within ``with`` the functions of ``plpython.plpy`` are its
    own. At the end of ``with`` it raises an AssertionError for the answers that nobody asked for,
    and for unexpected queries whose error the code has caught.

    calls: all that was asked, in its order.
    messages: all that was said by ``notice``, ``warning``, ``info``, ``log`` and ``debug``.
    """

    Error = plpy.Error
    Fatal = plpy.Fatal
    SPIError = plpy.SPIError
    spiexceptions = plpy.spiexceptions
    quote_literal = staticmethod(_quoting.quote_literal)
    quote_nullable = staticmethod(_quoting.quote_nullable)
    quote_ident = staticmethod(_quoting.quote_ident)

    def __init__(self) -> None:
        self.calls: List[Call] = []
        self.messages: List[Notice] = []
        self._expectations = Expectations()
        self._transaction = Transaction()
        self.debug = Message("debug", logging.DEBUG, self.record)
        self.log = Message("log", logging.INFO, self.record)
        self.info = Message("info", logging.INFO, self.record)
        self.notice = Message("notice", logging.INFO, self.record)
        self.warning = Message("warning", logging.WARNING, self.record)
        self.error = Failure(plpy.Error)
        self.fatal = Failure(SessionEnded)

    def on(self, query: Query, arguments: Optional[Sequence[Any]] = None) -> Answer:
        """Says what is answered to a query; of several answers that fit, the first one is taken.

        query: its text, where white space and comments do not count; a compiled regular
            expression that is searched in it; or a function of its text and its arguments.
        arguments: those of the plan; left out, any.
        """
        return self._expectations.add(Answer(query, arguments))

    def executed(self) -> List[Call]:
        """The calls of ``execute`` and ``cursor``, without those that were rolled back."""
        return [c for c in self.calls if c.name in ("execute", "cursor") and not c.rolled_back]

    def verify(self) -> None:
        """Raises an AssertionError for what did not come, and for what came unexpected."""
        self._expectations.verify()

    def execute(self, *arguments: Any) -> Any:
        """Runs a query or a plan (section 44.6.1 of the manual)."""
        question = asked("execute", arguments, has_limit=True)
        return self._work("execute", question, result_of)

    def cursor(self, *arguments: Any) -> Any:
        """Opens a cursor for a query or a plan (section 44.6.1)."""
        question = asked("cursor", arguments, has_limit=False)
        cursor = self._work("cursor", question, cursor_of)
        self._transaction.opened(cursor)
        return cursor

    def _work(self, name: str, question: Asked, work: Callable[..., Any]) -> Any:
        call = Call(name, question.query, question.arguments, question.limit)
        self.calls.append(call)
        self._transaction.add(call)
        try:
            self._check_parameters(question.query, len(question.arguments))
            return work(question, self._expectations.answer(question.query, question.arguments))
        except BaseException as error:
            call.rolled_back, call.error = True, error
            raise

    def prepare(self, query: str, argtypes: Any = (), /) -> Any:
        """Makes a plan of a query (section 44.6.1)."""
        if not isinstance(query, str):
            raise TypeError(f"prepare() argument 1 must be str, not {type(query).__name__}")
        if "\0" in query:
            raise ValueError("embedded null character")
        if not is_sequence(argtypes):
            raise TypeError("second argument of plpy.prepare must be a sequence")
        for i, argtype in enumerate(argtypes):
            if not isinstance(argtype, str):
                message = f"plpy.prepare: type name at ordinal position {i} is not a string"
                raise spi_error("XX000", message)
        self.calls.append(Call("prepare", query, tuple(argtypes)))
        self._check_parameters(query, len(argtypes))
        self._expectations.prepared(query)
        return PLyPlan(query, tuple(argtypes), self)

    @staticmethod
    def _check_parameters(query: str, count: int) -> None:
        for number, position in parameters(query):
            if number > count:
                message = f"there is no parameter ${number}"
                raise spi_error("42P02", message, query=query, position=position)

    def subtransaction(self) -> Any:
        """A context manager for a subtransaction (section 44.7)."""
        return PLySubtransaction(self._begin, self._transaction.end)

    def _begin(self) -> None:
        call = Call("subtransaction")
        self.calls.append(call)
        self._transaction.begin(call)

    def commit(self) -> None:
        """Commits a procedure's transaction (section 44.8)."""
        self._finish("commit", "commit")

    def rollback(self) -> None:
        """Rolls back a procedure's transaction (section 44.8)."""
        self._finish("rollback", "roll back")

    def _finish(self, name: str, verb: str) -> None:
        self._transaction.finish(verb, name == "rollback")
        self.calls.append(Call(name))

    def record(self, level: str, text: str, fields: Fields) -> None:
        """Keeps a message."""
        self.messages.append(Notice(level, text, **fields))

    @contextmanager
    def _firing(self) -> Iterator[None]:
        """While a trigger's function runs: it is part of a transaction that it cannot end."""
        open_before, was_atomic = self._transaction.depth(), self._transaction.is_atomic
        _active.push(self)
        self._transaction.is_atomic = True
        try:
            yield
        finally:
            _active.pop()
            self._transaction.is_atomic = was_atomic
            self._abort_open(open_before)

    def _abort_open(self, kept: int) -> None:
        """What PL/Python does with subtransactions that a function leaves open."""
        for _ in range(self._transaction.abort_open(kept)):
            self.warning("forcibly aborting a subtransaction that has not been exited")

    def __enter__(self) -> "PlPy":
        _active.push(self)
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        _active.pop()
        self._abort_open(0)
        if kind is None:
            self.verify()
