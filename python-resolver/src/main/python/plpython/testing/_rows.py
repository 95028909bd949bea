"""The rows that a trigger function gets."""

from typing import Any, Dict, Iterator, NoReturn

from .. import row


class Row(row.Row):
    """A row as an installed function sees it: what ``td["new"]`` holds, as attributes too.

    It takes a column that the table has not; PostgreSQL refuses that afterwards.
    """

    def __init__(self, columns: Dict[str, Any], /) -> None:
        object.__setattr__(self, "__dict__", columns)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError("the row has no column " + repr(name))

    def __setattr__(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:  # type: ignore[override]
        object.__delattr__(self, name)

    def __getitem__(self, name: str) -> Any:
        return self.__dict__[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self.__dict__[name] = value

    def __contains__(self, name: object) -> bool:
        return name in self.__dict__

    def __iter__(self) -> Iterator[str]:
        return iter(self.__dict__)

    def __len__(self) -> int:
        return len(self.__dict__)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, row.Row) and self.__dict__ == dict(other)

    def __repr__(self) -> str:
        return "Row({})".format(", ".join("%s=%r" % column for column in self.__dict__.items()))

    def __dir__(self) -> Iterator[str]:
        return iter(object.__dir__(self))

    def __reduce__(self) -> Any:
        return type(self), (dict(self.__dict__),)

    @property
    def keys(self) -> Any:
        """The names of the columns; a column of that name is an item only."""
        return self.__dict__.keys


class FixedRow(Row):
    """A row that nothing can change any more."""

    def __setattr__(self, name: str, *value: Any) -> NoReturn:
        raise AttributeError(
            "column " + repr(name) + " cannot be changed here:"
            " only 'new' can, and only in a BEFORE or INSTEAD OF trigger"
        )

    __setitem__ = __delattr__ = __setattr__


def columns_of(given: Any) -> Dict[str, Any]:
    """The columns of a row as a test writes it: a Row, a mapping, or an object of a model."""
    if hasattr(given, "keys"):
        return {name: given[name] for name in given.keys()}
    return dict(vars(given))
