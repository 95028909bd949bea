"""What a module's import leaves behind, and what its functions keep for the session."""

from __future__ import annotations

import functools
import sys
from collections import defaultdict
from typing import Annotated, Any, Callable

from plpython import plfunction

HANDLERS: dict[str, Callable] = {}
EVENTS = defaultdict(list)
CONFIG = {"rate": 1, "names": []}
CONFIG["rate"] = 5
CONFIG["names"].append("first")
CONFIG |= {"extra": True}
CONFIG["names"] += ["second"]
COUNT, STEP = 0, 2
COUNT += STEP
for HANDLER_NAME in ("a", "b"):
    HANDLERS[HANDLER_NAME] = lambda v, name=HANDLER_NAME: f"{name}{v}"
while COUNT < 9:
    COUNT += STEP
if sys.version_info >= (3, 8):

    def chosen():
        return "new"

else:

    def chosen():
        return "old"


class Plugin:
    registry = []
    settings: Annotated[dict, "x"] = {}

    def __init_subclass__(cls) -> None:
        Plugin.registry.append(cls.__name__)


class First(Plugin):
    pass


class Second(First):
    pass


Plugin.settings["late"] = 1
setattr(Plugin, "dynamic", property(lambda self: "dynamic"))


def on(event):
    def add(function):
        EVENTS[event].append(function)
        return function

    return add


@on("save")
def _first_save(v):
    return v + 1


@on("save")
def _second_save(v):
    return v * 10


@on("load")
def _load(v):
    return -v


def _patched(v):
    return "original"


def _replacement(v):
    return f"patched {v}"


_patched = _replacement
(lambda: CONFIG.update(lamda=3))()
with open("/dev/null") as _null:
    CONFIG["null"] = _null.read()
try:
    int("x")
except ValueError as _error:
    CONFIG["error"] = str(_error)
finally:
    CONFIG["finally"] = True
match STEP:
    case 2:
        MATCHED = "two"
    case _:
        MATCHED = "many"
assert (WALRUS := 5) == 5


def total(v, seen={}):
    seen[v] = True
    return len(seen)


@plfunction
def handled(kind: str, v: str) -> str:
    return HANDLERS[kind](v)


@plfunction
def emitted(event: str, v: int) -> int:
    return functools.reduce(lambda x, f: f(x), EVENTS[event], v)


@plfunction
def configured(key: str) -> Annotated[Any, "jsonb"]:
    return CONFIG[key]


@plfunction
def counted() -> list[int]:
    return [COUNT, STEP, WALRUS]


@plfunction
def choice() -> str:
    return chosen() + MATCHED + HANDLER_NAME


@plfunction
def plugins() -> str:
    return f"{Plugin.registry} {Plugin.settings} {First().dynamic}"


@plfunction
def patched(v: str) -> str:
    return _patched(v)


@plfunction
def remembered(v: str) -> int:
    return total(v)


if __name__ == "__main__":
    from plain import call, calls

    call(handled, "a", "x")
    call(handled, "c", "x")
    call(emitted, "save", 1)
    call(emitted, "load", 1)
    call(emitted, "none", 1)
    calls(configured, ["rate", "names", "extra", "null", "error", "finally", "lamda"])
    call(counted)
    call(choice)
    call(plugins)
    call(patched, "x")
    calls(remembered, ["a", "b", "a"])
