"""Docstring."""
from __future__ import annotations, braces

import json
from __future__ import division
from plpython import plfunction


@plfunction
def f(a: int) -> int:
    return a
