"""What a test says the database answers."""

import re
from typing import (
    Any,
    Callable,
    Iterable,
    List,
    Mapping,
    NamedTuple,
    Optional,
    Pattern,
    Sequence,
    Tuple,
    Type,
    Union,
)

from .. import plpy
from ._columns import Columns, columns
from ._errors import spi_error
from ._results import Row, copied
from ._sql import folded

__tracebackhide__ = True  # in pytest's tracebacks

Error = Union[str, BaseException, Type[plpy.SPIError]]
Query = Union[str, Pattern[str], Callable[[str, Tuple[Any, ...]], bool]]


class Given(NamedTuple):
    """What a query gives, whatever asks for it."""

    rows: Optional[List[Row]]
    affected: int
    status: Optional[int]
    columns: Optional[Columns]


class Answer:
    """What the database answers to a query; made by ``PlPy.on``.

    It answers any number of times, and must be asked for once at least; ``times`` and
    ``optional`` change that. Without ``returns``, ``affects``, ``raises``, ``is_refused`` or ``calls``
    there are no rows, and none were written.
    """

    def __init__(self, query: Query, arguments: Optional[Sequence[Any]]) -> None:
        if isinstance(query, str):
            query = folded(query)
        if isinstance(arguments, str):
            raise TypeError(f"the arguments of a plan are a list: write [{arguments!r}]")
        self._query = query
        self._arguments = None if arguments is None else tuple(arguments)
        self._least = 1
        self._most: Optional[int] = None
        self._count = 0
        self._is_refusal = False
        self._give: Callable[[str, Tuple[Any, ...]], Given] = lambda query, arguments: Given(
            None, 0, None, None
        )

    def returns(
        self,
        *rows: Mapping[str, Any],
        columns: Union[Sequence[str], Mapping[str, Union[str, int]], None] = None,
        status: Optional[int] = None,
    ) -> "Answer":
        """Gives these rows, new copies each time, or none: ``returns()``.

        columns: their names, or names and types, ``{"price": "numeric(10,2)"}``, for ``colnames``
            and ``coltypes``; by default the names are those of the first row.
        status: what ``status()`` gives, where the query's words do not tell.
        """
        described = _described(rows, columns)
        kept = [copied(row) for row in rows]
        return self._gives(lambda q, a: Given(copied(kept), len(kept), status, described))

    def affects(self, count: int, *, status: Optional[int] = None) -> "Answer":
        """Has written so many rows, and gives none: an INSERT, UPDATE, DELETE or MERGE."""
        return self._gives(lambda query, arguments: Given(None, count, status, None))

    def raises(self, error: Error, message: str = "", **fields: Any) -> "Answer":
        """Fails: with an SQLSTATE or an exception of ``spiexceptions``, and a message.

        fields: ``detail``, ``hint`` and the others of ``spi_error``. Or an exception as it is.
        """

        def fail(query: str, arguments: Tuple[Any, ...]) -> Given:
            if isinstance(error, BaseException):
                raise error
            sqlstate = error if isinstance(error, str) else error.sqlstate
            raise spi_error(sqlstate, message, **fields)

        return self._gives(fail)

    def is_refused(self, error: Error, message: str = "", **fields: Any) -> "Answer":
        """Fails as a query that PostgreSQL cannot read or understand: already when prepared."""
        self._is_refusal = True
        return self.raises(error, message, **fields)

    def calls(
        self, function: Callable[[str, Tuple[Any, ...]], Union[int, Iterable[Mapping[str, Any]]]]
    ) -> "Answer":
        """Gives what the function makes of query and arguments: rows, or how many it has written.

        What the function raises, the query raises.
        """

        def give(query: str, arguments: Tuple[Any, ...]) -> Given:
            made = function(query, arguments)
            if isinstance(made, int):
                return Given(None, made, None, None)
            rows = [copied(row) for row in made]
            return Given(rows, len(rows), None, _described(rows, None))

        return self._gives(give)

    def times(self, count: int) -> "Answer":
        """Answers so many times, and must; after that, the next answer that fits is taken."""
        self._least = self._most = count
        return self

    def optional(self) -> "Answer":
        """Need not be asked for."""
        self._least = 0
        return self

    def _gives(self, give: Callable[[str, Tuple[Any, ...]], Given]) -> "Answer":
        self._give = give
        return self

    def _fits(self, query: str, arguments: Tuple[Any, ...]) -> bool:
        if self._arguments is not None and self._arguments != arguments:
            return False
        if isinstance(self._query, str):
            return self._query == folded(query)
        if isinstance(self._query, re.Pattern):
            return self._query.search(folded(query)) is not None
        return bool(self._query(query, arguments))

    def _refuses(self, query: str) -> bool:
        return self._is_refusal and self._fits(query, self._arguments or ())

    def _is_left(self) -> bool:
        return self._most is None or self._count < self._most

    def _is_met(self) -> bool:
        return self._count >= self._least

    def _asked(self, query: str, arguments: Tuple[Any, ...]) -> Given:
        self._count += 1
        return self._give(query, arguments)

    def __str__(self) -> str:
        query = self._query
        text = query.pattern if isinstance(query, re.Pattern) else query
        shown = text if isinstance(text, str) else f"what {getattr(text, '__name__', text)} takes"
        prefix = "a query like " if isinstance(query, re.Pattern) else ""
        given = "" if self._arguments is None else f" with {list(self._arguments)}"
        wanted = "" if self._most is None else f" of {self._most}"
        return f"{prefix}{shown}{given}: came {self._count}{wanted} times"


def _described(
    rows: Sequence[Mapping[str, Any]],
    declared: Union[Sequence[str], Mapping[str, Union[str, int]], None],
) -> Optional[Columns]:
    """The columns; None where nobody said them, and no row shows them."""
    if declared is None and not rows:
        return None
    found = columns(list(rows[0]) if declared is None else declared)
    for row in rows:
        if list(row) != found.names:
            raise ValueError(f"a row has the columns {list(row)}, and not {found.names}")
    return found
