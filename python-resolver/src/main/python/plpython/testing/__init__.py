"""Tests without a database: what ``plpy`` answers, and what a trigger makes of rows.

Nothing here is needed in the database. Under pytest the fixture ``plpy`` is a ``PlPy``.
"""

import sys

from .. import plpy
from .._messages import SessionEnded
from ._answers import Answer
from ._calls import Call, Notice
from ._errors import ServerError, UnexpectedQuery, spi_error
from ._fire import Fired, fire
from ._stand_in import PlPy

sys.modules.setdefault("plpy", plpy)  # an author may write "import plpy": in the database it works

__all__ = [
    "Answer",
    "Call",
    "Fired",
    "Notice",
    "PlPy",
    "ServerError",
    "SessionEnded",
    "UnexpectedQuery",
    "fire",
    "spi_error",
]
