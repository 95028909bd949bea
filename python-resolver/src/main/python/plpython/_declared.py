"""What decorators have said of functions: the functions themselves stay as they are."""

from typing import Any, Callable, List, NamedTuple, Optional, Sequence
from weakref import WeakKeyDictionary


class Trigger(NamedTuple):
    """One ``pltrigger``: those of its options that matter where no database is."""

    name: Optional[str]
    event: str
    when: str
    level: str
    table: Optional[str]
    model: Optional[type]
    args: Sequence[str]


_triggers: "WeakKeyDictionary[Callable[..., Any], List[Trigger]]" = WeakKeyDictionary()


def note(function: Callable[..., Any], trigger: Trigger) -> None:
    """Keeps a trigger of the function's."""
    _triggers.setdefault(function, []).append(trigger)


def triggers(function: Callable[..., Any]) -> List[Trigger]:
    """The function's triggers, the innermost decorator's first."""
    return list(_triggers.get(function, []))
