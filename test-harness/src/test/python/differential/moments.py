"""Dates, times and durations at their limits."""

import calendar
import time as clock
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Annotated, Iterator, Optional
from zoneinfo import ZoneInfo

from plpython import plfunction

BERLIN = ZoneInfo("Europe/Berlin")
Naive = Annotated[datetime, "timestamp"]
Zoned = Annotated[time, "timetz"]


@plfunction
def same_date(v: date) -> date:
    return v


@plfunction
def shown_date(v: Optional[date]) -> str:
    return repr(v)


@plfunction
def later(v: date, days: int = 1) -> date:
    return v + timedelta(days=days)


@plfunction
def facts(v: date) -> list[int]:
    return [v.weekday(), v.isoweekday(), *v.isocalendar(), v.toordinal(), v.timetuple().tm_yday]


@plfunction
def month_end(v: date) -> date:
    return v.replace(day=calendar.monthrange(v.year, v.month)[1])


@plfunction
def workdays(start: date, end: date) -> Iterator[date]:
    while start <= end:
        if start.weekday() < 5:
            yield start
        start += timedelta(1)


@plfunction
def same_time(v: time) -> time:
    return v


@plfunction
def shown_time(v: time) -> str:
    return repr(v)


@plfunction
def same_zoned(v: Zoned) -> Zoned:
    return v


@plfunction
def shown_zoned(v: Zoned) -> str:
    return repr(v)


@plfunction
def same_moment(v: datetime) -> datetime:
    return v


@plfunction
def shown_moment(v: datetime) -> str:
    return repr(v.astimezone(timezone.utc))


@plfunction
def in_berlin(v: datetime) -> str:
    local = v.astimezone(BERLIN)
    return f"{local.isoformat()} {local.tzname()} {local.fold} {local.dst()}"


@plfunction
def of_berlin(year: int, month: int, day: int, hour: int, fold: int = 0) -> datetime:
    return datetime(year, month, day, hour, 30, tzinfo=BERLIN, fold=fold)


@plfunction
def stamp(v: datetime) -> float:
    return v.timestamp()


@plfunction
def from_stamp(v: float) -> datetime:
    return datetime.fromtimestamp(v, UTC)


@plfunction
def no_zone() -> datetime:
    return datetime(2024, 1, 2, 3, 4)


@plfunction
def same_naive(v: Naive) -> Naive:
    return v


@plfunction
def shown_naive(v: Naive) -> str:
    return repr(v)


@plfunction
def parsed(text: str, form: str) -> Naive:
    return datetime.strptime(text, form)


@plfunction
def printed(v: Naive, form: str) -> str:
    return v.strftime(form)


@plfunction
def same_duration(v: timedelta) -> timedelta:
    return v


@plfunction
def shown_duration(v: timedelta) -> str:
    return f"{v!r} {v} {v.total_seconds()}"


@plfunction
def between(a: datetime, b: datetime) -> timedelta:
    return b - a


@plfunction
def part(v: timedelta, n: int) -> timedelta:
    return v / n


@plfunction
def dates(v: list[date]) -> list[date]:
    return sorted(v, reverse=True)


@plfunction
def moments(v: list[datetime]) -> list[datetime]:
    return [m + timedelta(hours=1) for m in v]


@plfunction
def durations(v: list[timedelta]) -> timedelta:
    return sum(v, timedelta())


@plfunction
def times(v: list[time]) -> list[time]:
    return [t.replace(microsecond=0) for t in v]


@plfunction
def is_date(v: date, w: datetime) -> list[bool]:
    return [type(v) is date, type(w) is datetime, isinstance(w, date)]


@plfunction
def too_much(v: date) -> date:
    return datetime(v.year, v.month, v.day, 12)


@plfunction
def day_of(v: datetime) -> date:
    return v.date()


@plfunction
def wrong_date(y: int, m: int, d: int) -> date:
    return date(y, m, d)


@plfunction
def epoch() -> str:
    return clock.strftime("%Y-%m-%d", clock.gmtime(0))


if __name__ == "__main__":
    from plain import call, calls, refused

    days = [date.min, date(44, 3, 15), date(999, 12, 31), date(1000, 1, 1), date(1582, 10, 10)]
    days += [date(1900, 2, 28), date(2000, 2, 29), date(2024, 2, 29), date.max]
    calls(same_date, days + [None])
    calls(shown_date, days + [None])
    calls(facts, days)
    calls(month_end, days)
    call(later, date(2024, 2, 28))
    call(later, date(2024, 2, 28), days=-60)
    call(later, date.max)
    call(workdays, date(2024, 2, 28), date(2024, 3, 5))
    call(workdays, date(2024, 2, 28), date(2024, 2, 27))
    hours = [time.min, time.max, time(12), time(1, 2, 3), time(1, 2, 3, 4), time(23, 59, 59, 500000)]
    calls(same_time, hours)
    calls(shown_time, hours)
    zones = [timezone.utc, timezone(timedelta(hours=2)), timezone(timedelta(hours=-9, minutes=-30))]
    zones += [timezone(timedelta(hours=5, minutes=45)), timezone(timedelta(hours=15, minutes=59))]
    calls(same_zoned, [time(1, 2, 3, 4, zone) for zone in zones])
    calls(shown_zoned, [time(23, 59, tzinfo=zone) for zone in zones])
    calls(shown_zoned, [time(1, 2, 3, tzinfo=timezone(timedelta(hours=1, seconds=5)))])
    moments_in = [datetime(d.year, d.month, d.day, 12, 0, 1, 20, tzinfo=UTC) for d in days]
    moments_in += [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)]
    moments_in += [datetime(2024, 5, 6, 7, 8, 9, 10, zone) for zone in zones]
    moments_in += [datetime(1880, 1, 1, tzinfo=BERLIN), datetime(2024, 7, 1, tzinfo=BERLIN)]
    moments_in += [datetime(2024, 10, 27, 2, 30, tzinfo=BERLIN, fold=1)]
    calls(same_moment, moments_in)
    calls(shown_moment, moments_in)
    calls(in_berlin, moments_in[1:9])
    calls(in_berlin, [datetime(2024, 10, 27, 0, 30, tzinfo=UTC), datetime(2024, 10, 27, 1, 30, tzinfo=UTC)])
    call(of_berlin, 2024, 3, 31, 2)
    call(of_berlin, 2024, 10, 27, 2)
    call(of_berlin, 2024, 10, 27, 2, fold=1)
    call(of_berlin, 1880, 1, 1, 0)
    calls(stamp, moments_in)
    calls(from_stamp, [0.0, -1.5, 1704067200.123456, 253402300799.0])
    refused("has no time zone", no_zone)
    naive = [m.replace(tzinfo=None) for m in moments_in]
    calls(same_naive, naive)
    calls(shown_naive, [m.replace(fold=0) for m in naive])
    call(parsed, "31/12/2024 23:59", "%d/%m/%Y %H:%M")
    call(parsed, "31/13/2024", "%d/%m/%Y")
    call(printed, datetime(2024, 1, 2, 3, 4, 5), "%A %d %B %Y %I %p %j %U %%")
    spans = [timedelta(), timedelta(1), timedelta(-1), timedelta(microseconds=-1), timedelta.max]
    spans += [timedelta.min, timedelta(days=-2, hours=3), timedelta(hours=25), timedelta(seconds=0.5)]
    calls(same_duration, spans)
    calls(shown_duration, spans)
    call(between, moments_in[0], moments_in[8])
    call(between, datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC))
    call(part, timedelta(1), 7)
    call(dates, days)
    call(moments, moments_in[1:8])
    call(durations, [timedelta(hours=13), timedelta(hours=14)])
    call(times, hours)
    call(is_date, date(2024, 1, 1), datetime(2024, 1, 1, tzinfo=UTC))
    refused("has a time", too_much, date(2024, 1, 1))
    call(day_of, datetime(2024, 1, 1, 23, tzinfo=UTC))
    call(wrong_date, 2024, 2, 29)
    call(epoch)
