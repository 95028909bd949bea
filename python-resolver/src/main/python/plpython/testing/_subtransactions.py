"""Explicit subtransactions."""

from types import TracebackType
from typing import Any, Callable, Optional, Type


class PLySubtransaction:
    """A context manager; it may be entered once."""

    __slots__ = ("__begin", "__end", "__is_entered", "__is_exited")

    def __init__(self, begin: Callable[[], None], end: Callable[[bool], None]) -> None:
        self.__begin = begin
        self.__end = end
        self.__is_entered = self.__is_exited = False

    def __enter__(self) -> "PLySubtransaction":
        if self.__is_entered:
            raise ValueError("this subtransaction has already been entered")
        self.__is_entered = True
        self.__begin()
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        if not self.__is_entered:
            raise ValueError("this subtransaction has not been entered")
        if self.__is_exited:
            raise ValueError("this subtransaction has already been exited")
        self.__is_exited = True
        self.__end(kind is not None)

    def enter(self) -> "PLySubtransaction":
        """What ``with`` does."""
        return self.__enter__()

    def exit(self, kind: Any, error: Any, traceback: Any) -> None:
        """What the end of ``with`` does: rolls back if there is a kind of exception."""
        self.__exit__(kind, error, traceback)
