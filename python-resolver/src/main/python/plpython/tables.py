"""The decorator of a class that stands for a table."""

from typing import Callable, TypeVar

_Class = TypeVar("_Class", bound=type)


def pltable(name: str) -> Callable[[_Class], _Class]:
    """Says which table a class stands for, and returns the class.

    ``@pltrigger(model=Book)`` and annotations such as ``new: Book`` then mean that table.

    name: the table, with its schema where that is not the search path's to find. It is kept in
        the class's ``__tablename__``.
    """

    def named(cls: _Class) -> _Class:
        setattr(cls, "__tablename__", name)
        return cls

    return named
