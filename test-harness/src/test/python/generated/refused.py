"""Values that Python has and PostgreSQL has not, or the other way round."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated

from plpython import plfunction

Big = Annotated[int, "bigint"]


@dataclass
class Holder:
    value: int


@plfunction
def narrow(v: Big) -> int:
    return v


@plfunction
def small(v: Big) -> Annotated[int, "smallint"]:
    return v


@plfunction
def narrow_list(v: Big) -> list[int]:
    return [1, v]


@plfunction
def narrow_field(v: Big) -> Holder:
    return Holder(v)


@plfunction
def late_date(v: date) -> str:
    return repr(v)


@plfunction
def early_date(v: date) -> str:
    return repr(v)


@plfunction
def late_moment(v: datetime) -> str:
    return repr(v)


@plfunction
def early_moment(v: datetime) -> str:
    return repr(v)


@plfunction
def late_naive(v: Annotated[datetime, "timestamp"]) -> str:
    return repr(v)


@plfunction
def months(v: timedelta) -> str:
    return repr(v)


@plfunction
def fractional(v: Annotated[int, "numeric"]) -> str:
    return repr(v)


@plfunction
def with_nul(at: int) -> str:
    return "x" * at + "\0" + "y" * (12 - at)
