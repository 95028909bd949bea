"""The exceptions of plpy.spiexceptions, one for each of PostgreSQL's error codes."""

import re
from typing import Any, Dict, Type


class SPIExceptions:
    """``plpy.spiexceptions`` (the manual's section 44.6.2, Trapping Errors).

    Each condition name of the manual's appendix A in CamelCase, such as ``UniqueViolation`` or
    ``DivisionByZero``, is a subclass of SPIError, and the same one each time. Whether PostgreSQL
    has the condition is not checked here: the real one raises AttributeError if it has not.
    """

    def __init__(self, base: Type[Exception]) -> None:
        self._base = base
        self._made: Dict[str, Type[Exception]] = {}

    def __getattr__(self, name: str) -> Any:
        if not re.fullmatch(r"([A-Z][a-z0-9]*)+", name):
            raise AttributeError(f"no condition name: {name}")
        if name not in self._made:
            attributes = {"__module__": "plpy.spiexceptions"}
            self._made[name] = type(name, (self._base,), attributes)
        return self._made[name]
