from __future__ import annotations

import math
from plpython import plpy as db, plfunction

RATES = {}


def exchanged(amount):
    return amount


@plfunction
def rounded(amount: float) -> float:
    """Two digits."""
    db.debug(f"rounding {amount}")
    return math.floor(amount * 100 + 0.5) / 100
