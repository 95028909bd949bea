CREATE OR REPLACE FUNCTION lib.touch()
RETURNS trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: triggers.py
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
class Author:
    __tablename__ = "app.author"

def touch(new):
    pass
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<triggers.py in " + name + ">"
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
        entry = module.touch
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

        class_Author = module.Author
        make_new = maker(class_Author)
        read_new = reader(class_Author, {})

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
                return checked(entry(None if new is None else make_new(read_new(new))), td)
            before = snapshot(new)
            columns = read_new(new)
            row = make_new(columns)
            given = snapshot(held(row, columns, new))
            result = entry(row)
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

CREATE OR REPLACE FUNCTION restock()
RETURNS trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: triggers.py
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
import dataclasses
import uuid
from typing import Dict

@dataclasses.dataclass
class Book:
    id: uuid.UUID
    tags: Dict[str, str]
    parts: list[dict]
    amount_stock: int

def restock(new: Book, old: Row):
    new.amount_stock += 10
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<triggers.py in " + name + ">"
        package = sys.modules.setdefault("_plpython", types.ModuleType("_plpython"))
        package.__path__ = []
        module = package.__dict__.get(name)
        if module is None or module.__source__ != source:
            module = types.ModuleType("_plpython." + name)
            module.__file__, module.__source__, module.plpy = file, source, plpy
            module.Row = Row
            lines = [line + "\n" for line in source.split("\n")]
            linecache.cache[file] = builtins.len(source), None, lines, file
            sys.modules[module.__name__] = module
            builtins.exec(builtins.compile(source, file, "exec", 0, True), module.__dict__)
            builtins.setattr(package, name, module)
        entry = module.restock
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

        import json
        import uuid
        def each(convert, values):
            return [v if v is None else each(convert, v) if type(v) in (list, tuple)
                else convert(v) for v in values]
        def array(values):
            if isinstance(values, (str, bytes, dict, set, frozenset)):
                raise TypeError("a list is annotated, but the function returned a "
                    + type(values).__name__)
            return values
        class_Book = module.Book
        make_new = maker(class_Book)
        read_new = reader(class_Book, {"id": uuid.UUID, "parts": lambda v: each(json.loads, v), "tags": json.loads})

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
                return checked(entry(None if new is None else make_new(read_new(new)), None if old is None else FixedRow(old)), td)
            before = snapshot(new)
            columns = read_new(new)
            row = make_new(columns)
            given = snapshot(held(row, columns, new))
            result = entry(row, None if old is None else FixedRow(old))
            if result is not None and checked(result, td) is not None:
                return result
            changed = changes(td["new"], before)
            left = changes(held(row, columns, new), given)
            changed.update(written(left, new, {"parts": lambda v: each(json.dumps, array(v)), "tags": json.dumps}))
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

CREATE OR REPLACE FUNCTION shop.audit()
RETURNS trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: triggers.py
try:
    fire = SD["fire"]
except KeyError:
    fire = None
if fire is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def audit(td, plpy):
    """Writes it down."""
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<triggers.py in " + name + ">"
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
                return checked(entry(td, plpy), td)
            before = snapshot(new)
            result = entry(td, plpy)
            if result is not None and checked(result, td) is not None:
                return result
            changed = changes(td["new"], before)
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

COMMENT ON FUNCTION shop.audit() IS 'Writes it down.';

CREATE OR REPLACE FUNCTION shop.clean_isbn()
RETURNS trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: triggers.py
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
def clean_isbn(new, old, td, plpy):
    new.isbn = new.isbn.replace("-", "")
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<triggers.py in " + name + ">"
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
                return checked(entry(None if new is None else FixedRow(new), None if old is None else FixedRow(old), td, plpy), td)
            before = snapshot(new)
            result = entry(Row(new), None if old is None else FixedRow(old), td, plpy)
            if result is not None and checked(result, td) is not None:
                return result
            changed = changes(td["new"], before)
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

CREATE OR REPLACE TRIGGER touch
BEFORE UPDATE ON app.author
FOR EACH ROW
EXECUTE FUNCTION lib.touch();

CREATE OR REPLACE TRIGGER restock
BEFORE UPDATE ON books_book
FOR EACH ROW
EXECUTE FUNCTION restock();

CREATE OR REPLACE TRIGGER gone
AFTER DELETE ON shop."Book"
FOR EACH ROW
WHEN (old.id > 1)
EXECUTE FUNCTION shop.audit();

CREATE OR REPLACE TRIGGER audit
AFTER INSERT ON shop.book
FOR EACH ROW
EXECUTE FUNCTION shop.audit();

CREATE OR REPLACE TRIGGER clean_isbn
BEFORE INSERT OR UPDATE OF isbn ON shop.book
FOR EACH ROW
EXECUTE FUNCTION shop.clean_isbn();
