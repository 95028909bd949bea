"""The quoting functions of the stand-in ``plpy``."""

import re
from typing import Optional

from ._keywords import NEED_QUOTES


def quote_literal(string: str, /) -> str:
    """The string as an SQL literal; one that holds a backslash becomes an ``E''`` literal."""
    text = _checked("quote_literal", string)
    literal = "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
    return "E" + literal if "\\" in text else literal


def quote_nullable(string: Optional[str], /) -> str:
    """The string as ``quote_literal`` writes it, and ``NULL`` for None."""
    return "NULL" if string is None else quote_literal(string)


def quote_ident(string: str, /) -> str:
    """The string as an SQL identifier, in double quotes if it needs them.

    It needs them when it is not made of small ASCII letters, digits and underscores, begins with
    a digit, is empty, or is a word of PostgreSQL 18 that is more than a non-reserved one.
    """
    text = _checked("quote_ident", string)
    if re.fullmatch("[a-z_][a-z0-9_]*", text) and text not in NEED_QUOTES:
        return text
    return '"' + text.replace('"', '""') + '"'


def _checked(function: str, string: object) -> str:
    if not isinstance(string, str):
        kind = "None" if string is None else type(string).__name__
        raise TypeError(f"{function}() argument 1 must be str, not {kind}")
    if "\0" in string:
        raise ValueError("embedded null character")
    return string
