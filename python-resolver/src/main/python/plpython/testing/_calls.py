"""What an author's code has done with plpy, as a test reads it."""

from dataclasses import dataclass, field
from typing import Any, Optional, Tuple


@dataclass
class Call:
    """One call of ``plpy``, in the order of the calls.

    name: ``execute``, ``cursor``, ``prepare``, ``subtransaction``, ``commit``, ``rollback``.
    query: as it was written; of a plan, the plan's.
    arguments: of a plan, and of ``prepare`` the names of the types.
    limit: the most rows that were wanted; 0 for all.
    rolled_back: whether what it did is undone: it failed itself, or the subtransaction or the
        transaction that it belongs to.
    error: what it failed with. Calls are compared without it.
    """

    name: str
    query: Optional[str] = None
    arguments: Tuple[Any, ...] = ()
    limit: int = 0
    rolled_back: bool = False
    error: Optional[BaseException] = field(default=None, compare=False)


@dataclass
class Notice:
    """A message that was not an error.

    level: ``debug``, ``log``, ``info``, ``notice`` or ``warning``.
    """

    level: str
    message: str
    detail: Optional[str] = None
    hint: Optional[str] = None
    sqlstate: Optional[str] = None
    schema_name: Optional[str] = None
    table_name: Optional[str] = None
    column_name: Optional[str] = None
    datatype_name: Optional[str] = None
    constraint_name: Optional[str] = None
