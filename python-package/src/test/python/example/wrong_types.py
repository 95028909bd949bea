"""What a type checker must find."""

from plpython import plfunction
from plpython.testing import PlPy


@plfunction(volatility="sometimes")
def f() -> int:
    return 1


PlPy().excute("SELECT 1")
