CREATE OR REPLACE FUNCTION add_length(state integer, word text)
RETURNS integer
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
return state + len(word)
$python$;

CREATE OR REPLACE FUNCTION add_price(state numeric, price numeric)
RETURNS numeric
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: pricing.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def add(state, price):
    return state + price
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<pricing.py in " + name + ">"
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
        return module.add
    call = SD["call"] = load()
result = call(state, price)
return +result if isinstance(result, int) else result
$python$;

CREATE OR REPLACE FUNCTION audit()
RETURNS event_trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: pricing.py
try:
    fire = SD["fire"]
except KeyError:
    fire = None
if fire is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def audit(td):
    pass
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<pricing.py in " + name + ">"
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
        entry = module.audit
        return lambda td: entry(td)
    fire = SD["fire"] = load()
fire(TD)
$python$;

CREATE OR REPLACE FUNCTION average(state numeric)
RETURNS numeric
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: pricing.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def average(state):
    return state / 2
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<pricing.py in " + name + ">"
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
        return module.average
    call = SD["call"] = load()
result = call(state)
return +result if isinstance(result, int) else result
$python$;

COMMENT ON FUNCTION average(numeric) IS 'Half of it.';

CREATE OR REPLACE FUNCTION divide(a integer, INOUT b integer, OUT rest integer)
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
return a // b, a % b$python$;

CREATE OR REPLACE FUNCTION forbid()
RETURNS event_trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
plpy.error("nothing is dropped here")
$python$;

CREATE OR REPLACE FUNCTION label(title character varying, year smallint DEFAULT extract(year FROM now()), VARIADIC words text[] DEFAULT '{}')
RETURNS text
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
SET enable_seqscan TO 'off'
SET search_path TO 'shop', 'public'
SET work_mem TO '64MB'
AS $python$
# plpython-migrate: pricing.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
import functools

@functools.cache
def label(title, year=None, *words):
    return " ".join([title, str(year), *words])
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<pricing.py in " + name + ">"
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
        entry = module.label
        def text(value):
            if isinstance(value, str) and "\0" in value:
                raise ValueError("PostgreSQL has no text with a NUL in it: %r" % value)
            return value
        def convert(title, year, words):
            result = entry(title, year, *words)
            return None if result is None else text(result)
        return convert
    call = SD["call"] = load()
return call(title, year, words)
$python$;

CREATE OR REPLACE PROCEDURE log(message character varying)
LANGUAGE plpython3u
SECURITY INVOKER
AS $python$
# plpython-migrate: pricing.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def log(message: str):
    print(message)
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<pricing.py in " + name + ">"
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
        return module.log
    call = SD["call"] = load()
call(message)
$python$;

CREATE OR REPLACE FUNCTION numbers("from" integer, VARIADIC many integer[])
RETURNS SETOF integer
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
  for n in many:
    yield n
$python$;

CREATE OR REPLACE FUNCTION pairs(first integer, second integer DEFAULT 2)
RETURNS TABLE (a integer, "B" numeric)
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: pricing.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def pairs(first, second=2):
    yield first, second
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<pricing.py in " + name + ">"
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
        entry = module.pairs
        def items(row, names):
            if isinstance(row, dict):
                return [row[name] for name in names]
            if not isinstance(row, (tuple, list)):
                return [getattr(row, name) for name in names]
            if len(row) != len(names):
                raise ValueError("the outputs are %s, but the function returned %r"
                    % (", ".join(names), row))
            return row
        def convert(first, second):
            def rows():
                for row in entry(first, second):
                    row = items(row, ("a", "B"))
                    yield (+row[0] if isinstance(row[0], int) else row[0], +row[1] if isinstance(row[1], int) else row[1])
            yield from rows()
        return convert
    call = SD["call"] = load()
return call(first, second)
$python$;

CREATE OR REPLACE FUNCTION shop.clean_isbn()
RETURNS trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: pricing.py
try:
    fire = SD["fire"]
except KeyError:
    fire = None
if fire is None:
    def load():
        class Row:
            "The columns of a row, as attributes and as items."
            def __init__(self, columns):
                self.__dict__ = columns
            def __getattr__(self, name):
                raise AttributeError("the row has no column " + repr(name))
            def __getitem__(self, name):
                return self.__dict__[name]
            def __setitem__(self, name, value):
                self.__dict__[name] = value
            def __contains__(self, name):
                return name in self.__dict__
            def __iter__(self):
                return iter(self.__dict__)
            def __len__(self):
                return len(self.__dict__)
            def __eq__(self, other):
                return isinstance(other, Row) and self.__dict__ == other.__dict__
            def __repr__(self):
                return "Row(%s)" % ", ".join("%s=%r" % c for c in self.__dict__.items())
            keys = property(lambda self: self.__dict__.keys)

        class FixedRow(Row):
            "A row that nothing can change any more."
            def __init__(self, columns):
                object.__setattr__(self, "__dict__", columns)
            def __setattr__(self, name, *value):
                raise AttributeError("column " + repr(name) + " cannot be changed here:"
                    " only 'new' can, and only in a BEFORE or INSTEAD OF trigger")
            __setitem__ = __delattr__ = __setattr__

        import builtins, linecache, plpy, sys, types
        source = r'''
from dataclasses import dataclass

@dataclass
class Book:
    __tablename__ = "shop.book"
    isbn: str

def clean_isbn(new, td):
    new.isbn = new.isbn.replace("-", "")
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<pricing.py in " + name + ">"
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
        entry = module.clean_isbn
        import dataclasses

        def reader(model, loads):
            fields, absent = None, {}
            if dataclasses.is_dataclass(model):
                fields = {f.name for f in dataclasses.fields(model) if f.init}
                absent = {f.name: None for f in dataclasses.fields(model)
                    if f.init and f.default is f.default_factory is dataclasses.MISSING}
            def read(row):
                return {**absent, **{k: loads[k](v) if k in loads and type(v) in (str, list) else v
                    for k, v in row.items() if fields is None or k in fields}}
            return read

        def maker(model):
            def make(columns):
                row = model.__new__(model)
                row.__dict__.update(columns)
                return row
            if model.__init__ is object.__init__:
                return make
            return lambda columns: model(**columns)

        def held(row, columns, new):
            own = getattr(row, "__dict__", {})
            found = {k: v for k, v in own.items() if k in columns or k in new}
            for k in columns:
                if k not in found and hasattr(row, k):
                    found[k] = getattr(row, k)
            return found

        def written(columns, new, dumps):
            return {k: dumps[k](v)
                if k in dumps and v is not None and type(new.get(k)) is not dict else v
                for k, v in columns.items()}

        class_Book = module.Book
        make_new = maker(class_Book)
        read_new = reader(class_Book, {})

        def snapshot(row):
            return {k: repr(v) if type(v) in (list, dict) else v for k, v in row.items()}

        def changes(row, before):
            return {k: v for k, v in row.items() if (v is not before.get(k, before)
                if type(v) not in (list, dict) else repr(v) != before.get(k))}

        def checked(result, td):
            if td["when"] == "AFTER" or result is None:
                return None
            if type(result) is not str or result.upper() not in ("OK", "SKIP", "MODIFY"):
                raise TypeError("a trigger function returns None, 'OK', 'SKIP' or 'MODIFY', not "
                    + repr(result))
            if result.upper() != "SKIP":
                return None
            if td["level"] == "STATEMENT":
                raise TypeError("a statement trigger cannot return 'SKIP': only a row can be"
                    " skipped; raise an exception to refuse the statement")
            return result

        def fire(td):
            new, old = td["new"], td["old"]
            if new is None or td["when"] == "AFTER":
                return checked(entry(None if new is None else make_new(read_new(new)), td), td)
            before = snapshot(new)
            columns = read_new(new)
            row = make_new(columns)
            given = snapshot(held(row, columns, new))
            result = entry(row, td)
            if result is not None and checked(result, td) is not None:
                return result
            changed = changes(td["new"], before)
            left = changes(held(row, columns, new), given)
            changed.update(written(left, new, {}))
            if changed:
                for k, v in changed.items():
                    if isinstance(v, str) and "\0" in v:
                        raise ValueError("PostgreSQL has no text with a NUL in it: %s=%r"
                            % (k, v))
                td["new"] = changed
                return "MODIFY"

        return fire
    fire = SD["fire"] = load()
return fire(TD)
$python$;

CREATE OR REPLACE FUNCTION shop.gross_price(net numeric)
RETURNS numeric
LANGUAGE plpython3u
IMMUTABLE STRICT NOT LEAKPROOF SECURITY INVOKER PARALLEL SAFE COST 12.5
AS $python$
# plpython-migrate: pricing.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
from decimal import Decimal

VAT = Decimal("0.19")

def gross_price(net: Decimal) -> Decimal:
    """The price with value added tax."""
    return net * (1 + VAT)
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<pricing.py in " + name + ">"
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
        return module.gross_price
    call = SD["call"] = load()
result = call(net)
return +result if isinstance(result, int) else result
$python$;

COMMENT ON FUNCTION shop.gross_price(numeric) IS 'The price with value added tax.';

REVOKE ALL ON FUNCTION shop.gross_price(numeric) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION shop.gross_price(numeric) TO app;

CREATE OR REPLACE FUNCTION shop.next_number(prefix text DEFAULT 'n')
RETURNS text
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
n = SD["n"] = SD.get("n", 0) + 1
if n > 1:
    return f"{prefix}-{n}"

return prefix
$python$;

COMMENT ON FUNCTION shop.next_number(text) IS 'Counts within
a session.';

CREATE OR REPLACE FUNCTION shop.stamp_row()
RETURNS trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
TD["new"]["edited"] = TD["args"][0]
return "MODIFY"
$python$;

CREATE OR REPLACE PROCEDURE tidy()
LANGUAGE plpython3u
SECURITY INVOKER
AS $python$
plpy.execute("DELETE FROM shop.draft")
plpy.commit()
$python$;

CREATE OR REPLACE AGGREGATE half_sum (price numeric) (
    SFUNC = add_price,
    STYPE = numeric,
    FINALFUNC = average,
    INITCOND = '0',
    PARALLEL = UNSAFE
);

CREATE OR REPLACE AGGREGATE total_length (word text) (
    SFUNC = add_length,
    STYPE = integer,
    INITCOND = '0',
    PARALLEL = UNSAFE
);

CREATE OR REPLACE TRIGGER clean_isbn
BEFORE INSERT OR UPDATE OF isbn ON shop.book
FOR EACH ROW
EXECUTE FUNCTION shop.clean_isbn();

CREATE OR REPLACE TRIGGER stamp
BEFORE UPDATE ON shop.book
FOR EACH ROW
EXECUTE FUNCTION shop.stamp_row('now');

CREATE OR REPLACE TRIGGER clean_isbn_again
BEFORE INSERT ON shop.offer
FOR EACH ROW
EXECUTE FUNCTION shop.clean_isbn();

ALTER TABLE shop.offer ENABLE ALWAYS TRIGGER clean_isbn_again;

CREATE OR REPLACE TRIGGER stamp
BEFORE UPDATE ON shop.offer
FOR EACH ROW
EXECUTE FUNCTION shop.stamp_row();

DROP EVENT TRIGGER IF EXISTS audit;

CREATE EVENT TRIGGER audit
ON ddl_command_end
WHEN TAG IN ('CREATE TABLE')
EXECUTE FUNCTION audit();

DROP EVENT TRIGGER IF EXISTS forbid;

CREATE EVENT TRIGGER forbid
ON sql_drop
EXECUTE FUNCTION forbid();
