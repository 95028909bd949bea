"""Which trigger fires, and for what."""

import re
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

from .._declared import Trigger

_PART = r'(?:"((?:[^"]|"")+)"|([^".]+))'
_EVENTS = {(True, False): "INSERT", (True, True): "UPDATE", (False, True): "DELETE"}
_NAME = re.compile(rf"(?:{_PART}\.)?{_PART}")


class Firing(NamedTuple):
    """One firing of a trigger."""

    name: str
    event: str
    when: str
    level: str
    table: str
    args: Optional[Sequence[str]]

    def td(self, new: Optional[Dict[str, Any]], old: Optional[Dict[str, Any]]) -> Dict[str, Any]:
        """The manual's TD (section 44.5); nothing knows the relid, which is a number as text."""
        schema, table = _split(self.table)
        return {
            "name": self.name,
            "relid": "16384",
            "table_name": table,
            "table_schema": schema or "public",
            "when": self.when,
            "level": self.level,
            "old": old,
            "new": new,
            "event": self.event,
            "args": [str(arg) for arg in self.args] if self.args else None,
        }


class Wanted(NamedTuple):
    """What a test says of the trigger that is to fire; None is for what it leaves out.

    told: the event that the rows tell of.
    """

    told: Optional[str]
    event: Optional[str]
    table: Optional[str]
    when: Optional[str]
    level: Optional[str]
    name: Optional[str]
    args: Optional[Sequence[str]]

    def firing(self, function: str, declared: List[Trigger]) -> Firing:
        """Of the one declared trigger that is as wanted, or of what the test says alone."""
        trigger = self._chosen(declared) if declared else self._undeclared(function)
        level = trigger.level.upper()
        return Firing(
            trigger.name or function,
            self._statements_event(trigger) if level == "STATEMENT" else self._rows_event(trigger),
            trigger.when.upper(),
            level,
            table_of(trigger),
            trigger.args if self.args is None else self.args,
        )

    def _undeclared(self, function: str) -> Trigger:
        if self.table is None or self.when is None:
            raise ValueError("no decorator says what the function is for: say table=, when=")
        event = self.event or "INSERT OR UPDATE OR DELETE"
        level, name = self.level or "row", self.name or function
        return Trigger(name, event, self.when, level, self.table, None, ())

    def _chosen(self, declared: List[Trigger]) -> Trigger:
        fitting = [trigger for trigger in declared if self._fits(trigger)]
        if len(fitting) == 1:
            return fitting[0]
        shown = "\n".join(f"  {trigger}" for trigger in declared)
        if fitting:
            raise ValueError(
                "the function has several triggers: say which one fires by name=, table=, when= "
                f"or level=:\n{shown}"
            )
        given = {k: v for k, v in self._asdict().items() if v is not None and k != "args"}
        raise ValueError(
            f"the function is no trigger with {given}; new= alone tells of an INSERT, old= alone "
            f"of a DELETE, both of an UPDATE. Its triggers are:\n{shown}"
        )

    def _fits(self, trigger: Trigger) -> bool:
        event = (self.event or self.told or "").upper()
        return (
            (not event or event in events(trigger))
            and (self.table is None or _split(self.table) == _split(table_of(trigger)))
            and self.name in (None, trigger.name)
            and (self.when or trigger.when).upper() == trigger.when.upper()
            and (self.level or trigger.level).upper() == trigger.level.upper()
        )

    def _rows_event(self, trigger: Trigger) -> str:
        told = self.told or "nothing"
        if told not in ([self.event.upper()] if self.event else events(trigger)):
            raise ValueError(
                f"new= alone tells of an INSERT, old= alone of a DELETE, both of an UPDATE: these "
                f"rows tell of {told}, and the trigger fires for {self.event or trigger.event}"
            )
        return told

    def _statements_event(self, trigger: Trigger) -> str:
        if self.told:
            raise ValueError("a statement trigger gets no rows: leave out new= and old=")
        possible = [self.event.upper()] if self.event else events(trigger)
        if len(possible) > 1:
            raise ValueError(f"say which event fires: event= one of {', '.join(possible)}")
        return possible[0]


def told_by(new: Any, old: Any) -> Optional[str]:
    """The event that rows tell of; None where there are none."""
    return _EVENTS.get((new is not None, old is not None))


def events(trigger: Trigger) -> List[str]:
    """The events that it fires for, in capital letters."""
    return re.split(r"\s+OR\s+", trigger.event.strip().upper())


def table_of(trigger: Trigger) -> str:
    """The table that the trigger names, or its model does."""
    named = trigger.table or getattr(trigger.model, "__tablename__", None)
    if named is None:
        raise ValueError("the trigger's model names no table: decorate it with @pltable")
    return str(named)


def _split(table: str) -> Tuple[Optional[str], str]:
    parts = _NAME.fullmatch(table.strip())
    if parts is None:
        raise ValueError(f'the table\'s name cannot be read: {table}; write "book" or "shop.book"')
    schema, bare_schema, name, bare_name = parts.groups()
    schema = schema.replace('""', '"') if schema else bare_schema
    return schema, name.replace('""', '"') if name else bare_name
