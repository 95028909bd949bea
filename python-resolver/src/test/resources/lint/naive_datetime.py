import datetime as dates
from datetime import datetime, timezone
from typing import Annotated, Iterator, Optional


def now() -> "Optional[datetime]":
    return datetime.now()


def times() -> Iterator[dates.datetime]:
    yield dates.datetime.utcnow()
    yield dates.datetime.fromtimestamp(0)


def fine() -> Annotated[datetime, "timestamptz"] | None:
    datetime.now(timezone.utc)
    datetime.now(tz=timezone.utc)
    datetime.now().astimezone()
    datetime.utcnow().replace(tzinfo=timezone.utc)
    return datetime.fromtimestamp(0, timezone.utc)


def text() -> str:
    return str(datetime.now())


from plpython import plfunction


@plfunction
def f(a: int) -> int:
    now(), times(), fine(), text()
    return a
