"""A row, as a trigger function sees it."""

from typing import Any, Dict, Iterator, KeysView, NoReturn


class Row:
    """The row that a trigger function gets as ``new`` or ``old``, to be made by hand in a test.

    Columns are read and set as attributes or as items: ``row.isbn``, ``row["isbn"]``. A column
    whose name Python cannot write, or that a Row uses itself (``keys``), is an item only. As in
    ``TD["new"]`` of the manual's section 44.5, Trigger Functions, values are Python objects, and
    None is NULL.

    A row has the columns that it was made with, no more and no fewer, as a table's row has:
    setting another one is an error here as it is in the database, so a test finds a misspelt
    column. Rows are equal when they have the same columns with the same values.
    """

    __slots__ = ("__columns",)
    __columns: Dict[str, Any]
    __hash__ = None  # type: ignore[assignment]  # it can change

    def __init__(self, /, **columns: Any) -> None:
        object.__setattr__(self, "_Row__columns", columns)

    def keys(self) -> KeysView[str]:
        """The names of the columns, so that ``dict(row)`` and ``f(**row)`` work."""
        return self.__columns.keys()

    def __getitem__(self, name: str) -> Any:
        if name not in self.__columns:
            raise KeyError(self.__no_column(name))
        return self.__columns[name]

    def __setitem__(self, name: str, value: Any) -> None:
        if name not in self.__columns:
            raise KeyError(self.__no_column(name))
        self.__columns[name] = value

    def __getattr__(self, name: str) -> Any:  # only called for what a Row itself does not have
        if name == "_Row__columns" or name not in self.__columns:
            raise AttributeError(self.__no_column(name))
        return self.__columns[name]

    def __setattr__(self, name: str, value: Any) -> None:
        if hasattr(type(self), name):
            raise AttributeError(f'a row uses "{name}" itself: set the column as row["{name}"]')
        if name not in self.__columns:
            raise AttributeError(self.__no_column(name))
        self.__columns[name] = value

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f'a row keeps its columns; set "{name}" to None for NULL')

    def __contains__(self, name: object) -> bool:
        return name in self.__columns

    def __iter__(self) -> Iterator[str]:
        return iter(self.__columns)

    def __len__(self) -> int:
        return len(self.__columns)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Row):
            return NotImplemented
        return self.__columns == other.__columns

    def __repr__(self) -> str:
        return "Row({})".format(", ".join(f"{k}={v!r}" for k, v in self.__columns.items()))

    def __dir__(self) -> Iterator[str]:
        yield from object.__dir__(self)
        yield from self.__columns

    def __reduce__(self) -> Any:  # copies share no column with the original
        return _row, (dict(self.__columns),)

    def __no_column(self, name: str) -> str:
        return f'the row has no column "{name}", it has: {", ".join(self.__columns)}'


def _row(columns: Dict[str, Any]) -> Row:
    return Row(**columns)
