from math import *
from numpy import *
from plpython import plfunction


@plfunction
def f(a: int) -> int:
    return sqrt(a)
