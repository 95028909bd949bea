CREATE OR REPLACE FUNCTION shop.check_stock()
RETURNS trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: trigger_kinds.py
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
def check_stock(new):
    assert new.stock >= 0
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<trigger_kinds.py in " + name + ">"
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
        entry = module.check_stock

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
                return checked(entry(None if new is None else FixedRow(new)), td)
            before = snapshot(new)
            result = entry(Row(new))
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

CREATE OR REPLACE FUNCTION shop.compare()
RETURNS trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: trigger_kinds.py
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
def compare(old, td):
    pass
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<trigger_kinds.py in " + name + ">"
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
        entry = module.compare

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
                return checked(entry(None if old is None else FixedRow(old), td), td)
            before = snapshot(new)
            result = entry(None if old is None else FixedRow(old), td)
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

CREATE OR REPLACE FUNCTION shop.count_new()
RETURNS trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: trigger_kinds.py
try:
    fire = SD["fire"]
except KeyError:
    fire = None
if fire is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def count_new(td, plpy):
    """Counts what a statement inserted."""
    plpy.execute("SELECT count(*) FROM new_rows")
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<trigger_kinds.py in " + name + ">"
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
        entry = module.count_new

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

COMMENT ON FUNCTION shop.count_new() IS 'Counts what a statement inserted.';

CREATE OR REPLACE FUNCTION shop.refuse()
RETURNS trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: trigger_kinds.py
try:
    fire = SD["fire"]
except KeyError:
    fire = None
if fire is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def refuse():
    raise plpy.Error("not now")
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<trigger_kinds.py in " + name + ">"
        package = sys.modules.setdefault("_plpython", types.ModuleType("_plpython"))
        package.__path__ = []
        module = package.__dict__.get(name)
        if module is None or module.__source__ != source:
            module = types.ModuleType("_plpython." + name)
            module.__file__, module.__source__, module.plpy = file, source, plpy
            module.plpy = plpy
            lines = [line + "\n" for line in source.split("\n")]
            linecache.cache[file] = builtins.len(source), None, lines, file
            sys.modules[module.__name__] = module
            builtins.exec(builtins.compile(source, file, "exec", 0, True), module.__dict__)
            builtins.setattr(package, name, module)
        entry = module.refuse

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
                return checked(entry(), td)
            before = snapshot(new)
            result = entry()
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

CREATE OR REPLACE FUNCTION shop.stamp()
RETURNS trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: trigger_kinds.py
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
def stamp(new):
    pass
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<trigger_kinds.py in " + name + ">"
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
        entry = module.stamp

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
                return checked(entry(None if new is None else FixedRow(new)), td)
            before = snapshot(new)
            result = entry(Row(new))
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

CREATE OR REPLACE FUNCTION shop.write_through()
RETURNS trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: trigger_kinds.py
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
def write_through(new, old, td, plpy):
    new.title = new.title.strip()
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<trigger_kinds.py in " + name + ">"
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
        entry = module.write_through

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

CREATE OR REPLACE TRIGGER each_author
AFTER INSERT ON shop.author
REFERENCING NEW TABLE AS "New Rows"
FOR EACH STATEMENT
EXECUTE FUNCTION shop.count_new();

DROP TRIGGER IF EXISTS "deferrable" ON shop.book;

CREATE CONSTRAINT TRIGGER "deferrable"
AFTER UPDATE ON shop.book
DEFERRABLE INITIALLY IMMEDIATE
FOR EACH ROW
EXECUTE FUNCTION shop.check_stock();

ALTER TABLE shop.book DISABLE TRIGGER "deferrable";

DROP TRIGGER IF EXISTS check_stock ON shop.book;

CREATE CONSTRAINT TRIGGER check_stock
AFTER INSERT OR UPDATE ON shop.book
NOT DEFERRABLE
FOR EACH ROW
EXECUTE FUNCTION shop.check_stock();

CREATE OR REPLACE TRIGGER compare
AFTER UPDATE ON shop.book
REFERENCING OLD TABLE AS before NEW TABLE AS after
FOR EACH ROW
EXECUTE FUNCTION shop.compare();

CREATE OR REPLACE TRIGGER count_new
AFTER INSERT ON shop.book
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT
EXECUTE FUNCTION shop.count_new();

DROP TRIGGER IF EXISTS deferred ON shop.book;

CREATE CONSTRAINT TRIGGER deferred
AFTER UPDATE OF stock ON shop.book
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW
WHEN (new.stock < old.stock AND 'old' <> "old".title)
EXECUTE FUNCTION shop.check_stock('10');

ALTER TABLE shop.book ENABLE REPLICA TRIGGER deferred;

CREATE OR REPLACE TRIGGER gone
AFTER DELETE ON shop.book
REFERENCING OLD TABLE AS "select"
FOR EACH ROW
EXECUTE FUNCTION shop.compare();

ALTER TABLE shop.book ENABLE ALWAYS TRIGGER gone;

CREATE OR REPLACE TRIGGER keep
BEFORE TRUNCATE ON shop.book
FOR EACH STATEMENT
EXECUTE FUNCTION shop.refuse();

CREATE OR REPLACE TRIGGER refuse
BEFORE INSERT OR UPDATE OF isbn, "Title" OR DELETE OR TRUNCATE ON shop.book
FOR EACH STATEMENT
WHEN (current_user <> 'app' -- new. and old. are not looked at here
)
EXECUTE FUNCTION shop.refuse('a', 'it''s', E'back\\slash', '');

CREATE OR REPLACE TRIGGER stamp
BEFORE INSERT ON shop.book
FOR EACH ROW
EXECUTE FUNCTION shop.stamp();

ALTER TABLE shop.book ENABLE TRIGGER stamp;

CREATE OR REPLACE TRIGGER write_through
INSTEAD OF INSERT OR UPDATE OR DELETE ON shop.book_view
FOR EACH ROW
EXECUTE FUNCTION shop.write_through();
