"""The decorators of classes that stand for tables and types."""

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


def pltype(name: str) -> Callable[[_Class], _Class]:
    """Says which SQL type a class stands for, and returns the class unchanged.

    For a dataclass or a NamedTuple that is a composite type, for an Enum an enum type. Without
    it, the type is named as the class is, in lower case. The schema's own migrations create it.

    name: the type, with its schema where that is not the search path's to find.
    """

    def unchanged(cls: _Class) -> _Class:
        return cls

    return unchanged
