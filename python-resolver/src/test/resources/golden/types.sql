CREATE OR REPLACE FUNCTION composites(entry entry, more shop.pt[])
RETURNS entry
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: types.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from enum import Enum
from typing import Annotated, Any, NamedTuple

class Colour(Enum):
    RED = "red"

class Position(NamedTuple):
    x: float
    at: datetime

@dataclass
class Entry:
    where: Position
    colours: list[Colour]
    note: dict

def composites(entry: Entry, more: list[Position]) -> Entry:
    return entry
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<types.py in " + name + ">"
        package = sys.modules.setdefault("_plpython", types.ModuleType("_plpython"))
        package.__path__ = []
        module = package.__dict__.get(name)
        if module is None or module.__source__ != source:
            module = types.ModuleType("_plpython." + name)
            module.__file__, module.__source__, module.plpy = file, source, plpy
            lines = [line + "\n" for line in source.split("\n")]
            linecache.cache[file] = builtins.len(source), None, lines, file
            sys.modules[module.__name__] = module
            builtins.exec(builtins.compile(source, file, "exec", 0, True), module.__dict__)
            builtins.setattr(package, name, module)
        entry = module.composites
        import json
        import datetime, re
        def each(convert, values):
            return [v if v is None else each(convert, v) if type(v) in (list, tuple)
                else convert(v) for v in values]
        def array(values):
            if isinstance(values, (str, bytes, dict, set, frozenset)):
                raise TypeError("a list is annotated, but the function returned a "
                    + type(values).__name__)
            return values
        def padded(text):
            text = re.sub(r"\.\d+", lambda part: part[0].ljust(7, "0"), text)
            return re.sub(r":[\d.]+[+-]\d\d$", r"\g<0>:00", text)
        def moment(kind, *types):
            def read(text):
                try:
                    return kind.fromisoformat(text)
                except ValueError:
                    return kind.fromisoformat(padded(exact(text)))
            def exact(text):
                for name in types:
                    row = plpy.execute(plpy.prepare("SELECT pg_catalog.to_json(v) #>> '{}' AS iso,"
                        " v::text = $1 AS same FROM (SELECT $1::%s AS v) AS one" % name, ["text"]),
                        [text])[0]
                    if row["same"] and re.fullmatch(r"\d{4}-[^ ]+", row["iso"]):
                        return row["iso"]
                raise ValueError("%s %s cannot be a %s in Python%s" % (name, text, kind.__name__,
                    "" if row["same"] else ", or only where DateStyle is ISO"))
            return read
        timestamptz = moment(datetime.datetime, "timestamptz")
        def zoned(value):
            if getattr(value, "tzinfo", value) is None:
                raise ValueError("%r has no time zone: PostgreSQL would guess it" % value)
            return value
        class_Entry = module.Entry
        class_Position = module.Position
        def read_Position(row):
            return class_Position(x=row["x"],
                at=None if row["at"] is None else timestamptz(row["at"]))
        class_Colour = module.Colour
        def read_Entry(row):
            return class_Entry(where=None if row["where"] is None else read_Position(row["where"]),
                colours=None if row["colours"] is None else each(class_Colour, row["colours"]),
                note=None if row["note"] is None else json.loads(row["note"]))
        def write_Position(row):
            return {"x": +row.x if isinstance(row.x, int) else row.x,
                "at": None if row.at is None else zoned(row.at)}
        def write_Entry(row):
            return {"where": None if row.where is None else write_Position(row.where),
                "colours": None if row.colours is None else each(lambda v: v.value, array(row.colours)),
                "note": None if row.note is None else json.dumps(row.note)}
        def convert(entry_, more):
            result = entry(None if entry_ is None else read_Entry(entry_), None if more is None else each(read_Position, more))
            return None if result is None else write_Entry(result)
        return convert
    call = SD["call"] = load()
return call(entry, more)
$python$;

CREATE OR REPLACE FUNCTION moments(a date, b time without time zone, c timestamp with time zone, d interval)
RETURNS interval
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: types.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
from datetime import date, datetime, time, timedelta

def moments(a: date, b: time, c: datetime, d: timedelta) -> timedelta:
    return d
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<types.py in " + name + ">"
        package = sys.modules.setdefault("_plpython", types.ModuleType("_plpython"))
        package.__path__ = []
        module = package.__dict__.get(name)
        if module is None or module.__source__ != source:
            module = types.ModuleType("_plpython." + name)
            module.__file__, module.__source__, module.plpy = file, source, plpy
            lines = [line + "\n" for line in source.split("\n")]
            linecache.cache[file] = builtins.len(source), None, lines, file
            sys.modules[module.__name__] = module
            builtins.exec(builtins.compile(source, file, "exec", 0, True), module.__dict__)
            builtins.setattr(package, name, module)
        entry = module.moments
        import datetime, re
        def padded(text):
            text = re.sub(r"\.\d+", lambda part: part[0].ljust(7, "0"), text)
            return re.sub(r":[\d.]+[+-]\d\d$", r"\g<0>:00", text)
        def moment(kind, *types):
            def read(text):
                try:
                    return kind.fromisoformat(text)
                except ValueError:
                    return kind.fromisoformat(padded(exact(text)))
            def exact(text):
                for name in types:
                    row = plpy.execute(plpy.prepare("SELECT pg_catalog.to_json(v) #>> '{}' AS iso,"
                        " v::text = $1 AS same FROM (SELECT $1::%s AS v) AS one" % name, ["text"]),
                        [text])[0]
                    if row["same"] and re.fullmatch(r"\d{4}-[^ ]+", row["iso"]):
                        return row["iso"]
                raise ValueError("%s %s cannot be a %s in Python%s" % (name, text, kind.__name__,
                    "" if row["same"] else ", or only where DateStyle is ISO"))
            return read
        date = moment(datetime.date, "date")
        timestamptz = moment(datetime.datetime, "timestamptz")
        def clock(text):
            if text.startswith("24"):
                raise ValueError("time %s cannot be a time in Python" % text)
            return datetime.time.fromisoformat(padded(text))
        def interval(text):
            parts = re.fullmatch(r"(?:(-?\d+) days?)? ?(?:([+-]?)(\d+):(\d\d):(\d\d)(?:\.(\d+))?)?", text)
            if parts is not None:
                days, sign, hours, minutes, seconds, fraction = parts.groups(default="0")
                time = datetime.timedelta(hours=int(hours), minutes=int(minutes),
                    seconds=int(seconds), microseconds=int(fraction.ljust(6, "0")))
                return datetime.timedelta(int(days)) + (-time if sign == "-" else time)
            row = plpy.execute(plpy.prepare("SELECT extract(year FROM v) AS years,"
                " extract(month FROM v) AS months, extract(day FROM v) AS days,"
                " extract(hour FROM v) * 3600 + extract(minute FROM v) * 60 AS seconds,"
                " extract(microseconds FROM v) AS microseconds, v::text = $1 AS same"
                " FROM (SELECT $1::interval AS v) AS one", ["text"]), [text])[0]
            if row["years"] or row["months"] or not row["same"]:
                raise ValueError("interval %s cannot be a timedelta in Python" % text)
            return datetime.timedelta(int(row["days"]), int(row["seconds"]),
                int(row["microseconds"]))
        def duration(value):
            return "P%dDT%d.%06dS" % (value.days, value.seconds, value.microseconds)
        def convert(a, b, c, d):
            result = entry(None if a is None else date(a), None if b is None else clock(b), None if c is None else timestamptz(c), None if d is None else interval(d))
            return None if result is None else duration(result)
        return convert
    call = SD["call"] = load()
return call(a, b, c, d)
$python$;

CREATE OR REPLACE FUNCTION named(a bigint, b numeric, c double precision, d timestamp without time zone, "json" jsonb, e uuid[])
RETURNS time with time zone[]
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: types.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from typing import Annotated, Any, NamedTuple
from uuid import UUID

def named(
    a: Annotated[int, "bigint"],
    b: Annotated[int, "numeric"],
    c: Annotated[Decimal, "float8"],
    d: Annotated[datetime, "timestamp"],
    json: Annotated[Any, "jsonb"],
    e: list[UUID],
) -> list[Annotated[time, "timetz"]]:
    return []
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<types.py in " + name + ">"
        package = sys.modules.setdefault("_plpython", types.ModuleType("_plpython"))
        package.__path__ = []
        module = package.__dict__.get(name)
        if module is None or module.__source__ != source:
            module = types.ModuleType("_plpython." + name)
            module.__file__, module.__source__, module.plpy = file, source, plpy
            lines = [line + "\n" for line in source.split("\n")]
            linecache.cache[file] = builtins.len(source), None, lines, file
            sys.modules[module.__name__] = module
            builtins.exec(builtins.compile(source, file, "exec", 0, True), module.__dict__)
            builtins.setattr(package, name, module)
        entry = module.named
        import json
        import uuid
        import decimal
        import datetime, re
        def each(convert, values):
            return [v if v is None else each(convert, v) if type(v) in (list, tuple)
                else convert(v) for v in values]
        def array(values):
            if isinstance(values, (str, bytes, dict, set, frozenset)):
                raise TypeError("a list is annotated, but the function returned a "
                    + type(values).__name__)
            return values
        def whole(value):
            if type(value) is not str and int(value) != value:
                raise ValueError("%s is annotated int, and is no whole number" % value)
            return int(value)
        def padded(text):
            text = re.sub(r"\.\d+", lambda part: part[0].ljust(7, "0"), text)
            return re.sub(r":[\d.]+[+-]\d\d$", r"\g<0>:00", text)
        def moment(kind, *types):
            def read(text):
                try:
                    return kind.fromisoformat(text)
                except ValueError:
                    return kind.fromisoformat(padded(exact(text)))
            def exact(text):
                for name in types:
                    row = plpy.execute(plpy.prepare("SELECT pg_catalog.to_json(v) #>> '{}' AS iso,"
                        " v::text = $1 AS same FROM (SELECT $1::%s AS v) AS one" % name, ["text"]),
                        [text])[0]
                    if row["same"] and re.fullmatch(r"\d{4}-[^ ]+", row["iso"]):
                        return row["iso"]
                raise ValueError("%s %s cannot be a %s in Python%s" % (name, text, kind.__name__,
                    "" if row["same"] else ", or only where DateStyle is ISO"))
            return read
        timestamp = moment(datetime.datetime, "timestamp")
        def zoned(value):
            if getattr(value, "tzinfo", value) is None:
                raise ValueError("%r has no time zone: PostgreSQL would guess it" % value)
            return value
        def convert(a, b, c, d, json_, e):
            result = entry(a, None if b is None else whole(b), None if c is None else decimal.Decimal(str(c)), None if d is None else timestamp(d), None if json_ is None else json.loads(json_), None if e is None else each(uuid.UUID, e))
            return None if result is None else each(zoned, array(result))
        return convert
    call = SD["call"] = load()
return call(a, b, c, d, json, e)
$python$;
