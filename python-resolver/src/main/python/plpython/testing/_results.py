"""What queries give: results and cursors."""

import datetime
import operator
import uuid
from decimal import Decimal
from typing import Any, Callable, Dict, Iterator, List, Mapping, NoReturn, Sequence

from .. import plpy
from ._columns import Columns

Row = Dict[str, Any]

FETCHED = 3
_OWN = (type(None), bool, int, float, str, bytes, Decimal)
_TEXTS = (datetime.date, datetime.time, datetime.timedelta, uuid.UUID)


def copied(value: Any) -> Any:
    """A copy of a value that PL/Python can have made of PostgreSQL's.

    Raises TypeError for any other, such as a datetime, which arrives as text.
    """
    if type(value) in _OWN:
        return value
    if type(value) is list:
        return [copied(item) for item in value]
    if isinstance(value, Mapping):
        return {str(name): copied(item) for name, item in value.items()}
    advice = "write the text that PostgreSQL shows" if isinstance(value, _TEXTS) else "use those"
    raise TypeError(
        f"no query gives a {type(value).__name__}: PL/Python makes None, bool, int, float, "
        "Decimal, str, bytes, lists of them for arrays and dicts for rows, and text of all else: "
        f"{advice} instead of {value!r}"
    )


def no_columns() -> NoReturn:
    """What a result without columns says when it is asked for them."""
    raise plpy.Error("command did not produce a result set")


class PLyResult:
    """A query's result: its rows, each a dict of its own, which may be changed."""

    __slots__ = ("__rows", "__status", "__nrows", "__columns")
    __hash__ = object.__hash__

    def __init__(
        self, rows: List[Row], status: int, nrows: int, columns: Callable[[], Columns]
    ) -> None:
        self.__rows = rows
        self.__status = status
        self.__nrows = nrows
        self.__columns = columns

    def nrows(self) -> int:
        """How many rows were read or written; changes of the result do not count."""
        return self.__nrows

    def status(self) -> int:
        """SPI's number for what was done: 5 for a SELECT, 7 for an INSERT."""
        return self.__status

    def colnames(self) -> List[str]:
        """The columns' names, also where there are no rows."""
        return self.__columns().names

    def coltypes(self) -> List[int]:
        """The object identifiers of the columns' types."""
        return self.__columns().types

    def coltypmods(self) -> List[int]:
        """What PostgreSQL makes of the 10 and 2 of numeric(10,2); -1 where there is no such."""
        return self.__columns().modifiers

    def __len__(self) -> int:
        return len(self.__rows)

    def __getitem__(self, index: Any) -> Any:
        return self.__rows[index]

    def __setitem__(self, index: Any, value: Any) -> None:
        self.__rows[index] = value

    def __delitem__(self, index: Any) -> NoReturn:
        raise SystemError("null argument to internal routine")

    def __str__(self) -> str:
        return f"<PLyResult status={self.__status} nrows={self.__nrows} rows={self.__rows}>"


class PLyCursor:
    """The rows of a query, fetched one by one or several at once."""

    __slots__ = ("__rows", "__at", "__is_closed", "__is_aborted")

    def __init__(self, rows: Sequence[Row]) -> None:
        self.__rows = rows
        self.__at = 0
        self.__is_closed = self.__is_aborted = False

    def fetch(self, count: int, /) -> PLyResult:
        """The next rows, at most so many; none at the end."""
        wanted = operator.index(count)
        self.__check("fetch from")
        if wanted < 1:
            raise AssertionError(f"cursor.fetch({wanted}): only forward, please")
        rows = list(self.__rows[self.__at : self.__at + wanted])
        self.__at += len(rows)
        return PLyResult(rows, FETCHED, len(rows), no_columns)

    def close(self) -> None:
        """Closes it; closing it again does nothing."""
        if self.__is_aborted:
            raise ValueError("closing a cursor in an aborted subtransaction")
        self.__is_closed = True

    def __iter__(self) -> Iterator[Row]:
        return self

    def __next__(self) -> Row:
        self.__check("iterating")
        if self.__at == len(self.__rows):
            raise StopIteration
        self.__at += 1
        return self.__rows[self.__at - 1]

    def __check(self, doing: str) -> None:
        if self.__is_closed:
            raise ValueError(f"{doing} a closed cursor")
        if self.__is_aborted:
            raise ValueError("iterating a cursor in an aborted subtransaction")

    def _abort(self) -> None:
        """Its subtransaction was rolled back."""
        self.__is_aborted = not self.__is_closed
