CREATE OR REPLACE PROCEDURE book(INOUT a integer)
LANGUAGE plpython3u
SECURITY DEFINER
AS $python$
# plpython-migrate: routines.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def book(a: int) -> int:
    return a + 1
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<routines.py in " + name + ">"
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
        entry = module.book
        def convert(a):
            row = entry(a)
            if row is None:
                return None
            return (+row if isinstance(row, int) else row,)
        return convert
    call = SD["call"] = load()
return call(a)
$python$;

CREATE OR REPLACE FUNCTION dates(VARIADIC days date[] DEFAULT '{}')
RETURNS SETOF date
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: routines.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
from datetime import date, datetime

from typing import Annotated, Iterator

def dates(*days: date) -> Iterator[date]:
    return days
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<routines.py in " + name + ">"
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
        entry = module.dates
        import datetime, re
        def each(convert, values):
            return [v if v is None else each(convert, v) if type(v) in (list, tuple)
                else convert(v) for v in values]
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
        def day(value):
            if isinstance(value, datetime.datetime):
                raise ValueError("%r is annotated date, and has a time: return its date()" % value)
            return value
        def convert(days):
            def rows():
                for row in entry(*(None if days is None else each(date, days))):
                    yield None if row is None else day(row)
            yield from rows()
        return convert
    call = SD["call"] = load()
return call(days)
$python$;

CREATE OR REPLACE FUNCTION defaults(a numeric DEFAULT '0.19', b integer DEFAULT 1440, c text[] DEFAULT '{}', d date DEFAULT NULL, e timestamp with time zone DEFAULT now())
RETURNS boolean
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: routines.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Iterator

FIRST = date(2024, 1, 1)

def defaults(
    a: Decimal = Decimal("0.19"),
    b: int = 24 * 60,
    c: list[str] = [],
    d: date = FIRST,
    *,
    e: Annotated[datetime, "timestamptz DEFAULT now()"],
) -> bool:
    return True
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<routines.py in " + name + ">"
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
        entry = module.defaults
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
        def convert(a, b, c, d, e):
            given = {}
            if d is not None:
                given["d"] = None if d is None else date(d)
            return entry(a, b, c, e=None if e is None else timestamptz(e), **given)
        return convert
    call = SD["call"] = load()
return call(a, b, c, d, e)
$python$;

CREATE OR REPLACE FUNCTION outputs(a integer, OUT total bigint, OUT doc jsonb)
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: routines.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def outputs(a: int) -> tuple:
    return a, {}
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<routines.py in " + name + ">"
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
        entry = module.outputs
        import json
        def items(row, names):
            if isinstance(row, dict):
                return [row[name] for name in names]
            if not isinstance(row, (tuple, list)):
                return [getattr(row, name) for name in names]
            if len(row) != len(names):
                raise ValueError("the outputs are %s, but the function returned %r"
                    % (", ".join(names), row))
            return row
        def convert(a):
            row = entry(a)
            if row is None:
                return None
            row = items(row, ("total", "doc"))
            return (+row[0] if isinstance(row[0], int) else row[0], None if row[1] is None else json.dumps(row[1]))
        return convert
    call = SD["call"] = load()
return call(a)
$python$;

CREATE OR REPLACE FUNCTION shop.items(up_to integer)
RETURNS TABLE (n integer, day date)
LANGUAGE plpython3u
TRANSFORM FOR TYPE hstore
VOLATILE STRICT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 2.5 ROWS 20 SUPPORT pg_catalog.generate_series_int4_support
SET jit TO 'off'
SET plpython.note TO 'it''s'
SET search_path TO 'shop', 'public'
SET work_mem TO '8MB'
AS $python$
# plpython-migrate: routines.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
from dataclasses import dataclass
from datetime import date, datetime

from typing import Annotated, Iterator

@dataclass
class Item:
    n: int
    day: date | None

def items(up_to: int) -> Iterator[Item]:
    yield Item(up_to, None)
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<routines.py in " + name + ">"
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
        entry = module.items
        import datetime, re
        def day(value):
            if isinstance(value, datetime.datetime):
                raise ValueError("%r is annotated date, and has a time: return its date()" % value)
            return value
        def convert(up_to):
            def rows():
                for row in entry(up_to):
                    yield (+row.n if isinstance(row.n, int) else row.n, None if row.day is None else day(row.day))
            yield from rows()
        return convert
    call = SD["call"] = load()
return call(up_to)
$python$;

COMMENT ON FUNCTION shop.items(integer) IS 'Says ''items''.';

REVOKE ALL ON FUNCTION shop.items(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION shop.items(integer) TO app;

GRANT EXECUTE ON FUNCTION shop.items(integer) TO PUBLIC;

ALTER FUNCTION shop.items(integer) OWNER TO keeper;

CREATE OR REPLACE FUNCTION stats.add(state double precision[], value double precision)
RETURNS double precision[]
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: routines.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def add(state: list[float], value: float) -> list[float]:
    return [state[0] + 1, state[1] + value]
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<routines.py in " + name + ">"
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
        entry = module.add
        def each(convert, values):
            return [v if v is None else each(convert, v) if type(v) in (list, tuple)
                else convert(v) for v in values]
        def array(values):
            if isinstance(values, (str, bytes, dict, set, frozenset)):
                raise TypeError("a list is annotated, but the function returned a "
                    + type(values).__name__)
            return values
        def number(value):
            return +value if isinstance(value, int) else value
        def numbers(values):
            if {*map(type, array(values))} <= {int, float, type(None)}:
                return values
            return each(number, values)
        def convert(state, value):
            result = entry(state, value)
            return None if result is None else numbers(result)
        return convert
    call = SD["call"] = load()
return call(state, value)
$python$;

CREATE OR REPLACE FUNCTION stats.mean_of(state double precision[])
RETURNS double precision
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: routines.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def mean_of(state: list[float]) -> float:
    return state[1] / state[0]
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<routines.py in " + name + ">"
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
        return module.mean_of
    call = SD["call"] = load()
result = call(state)
return +result if isinstance(result, int) else result
$python$;

CREATE OR REPLACE AGGREGATE stats.mean (value double precision) (
    SFUNC = stats.add,
    STYPE = double precision[],
    FINALFUNC = stats.mean_of,
    INITCOND = '{0,0}',
    PARALLEL = SAFE
);

COMMENT ON ROUTINE stats.mean(double precision) IS 'The mean.';
