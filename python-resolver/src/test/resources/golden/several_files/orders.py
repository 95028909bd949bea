from plpython import plfunction, plpy
from shop import money as m
import settings


@plfunction(parallel="safe")
def total(net: float) -> float:
    return m.rounded(net * (1 + m.RATES["vat"]))


@plfunction
def alone() -> str:
    return "one file"
