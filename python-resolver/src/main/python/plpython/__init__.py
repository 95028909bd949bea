"""Python functions for PostgreSQL, as their author writes them.

Nothing here is needed in the database, and nothing here talks to one. The package makes a file
of PL/Python functions an ordinary Python module, so that it runs under a test runner, a type
checker and an editor just as it stands. A deploy reads the same file without running it.
"""

from . import plpy
from .functions import plaggregate, plfunction, plprocedure
from .row import Row
from .tables import pltable, pltype
from .triggers import pleventtrigger, pltrigger

__all__ = [
    "Row",
    "plaggregate",
    "pleventtrigger",
    "plfunction",
    "plprocedure",
    "plpy",
    "pltable",
    "pltrigger",
    "pltype",
]
