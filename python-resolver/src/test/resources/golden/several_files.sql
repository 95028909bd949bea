CREATE OR REPLACE FUNCTION alone()
RETURNS text
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: orders.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def alone() -> str:
    return "one file"
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<orders.py in " + name + ">"
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
        return module.alone
    call = SD["call"] = load()
result = call()
if isinstance(result, str) and "\0" in result:
    raise ValueError("PostgreSQL has no text with a NUL in it: %r" % result)
return result
$python$;

CREATE OR REPLACE FUNCTION rounded(amount double precision)
RETURNS double precision
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: shop/money.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
from __future__ import annotations

import math

def rounded(amount: float) -> float:
    """Two digits."""
    db.debug(f"rounding {amount}")
    return math.floor(amount * 100 + 0.5) / 100
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<shop/money.py in " + name + ">"
        package = sys.modules.setdefault("_plpython", types.ModuleType("_plpython"))
        package.__path__ = []
        module = package.__dict__.get(name)
        if module is None or module.__source__ != source:
            module = types.ModuleType("_plpython." + name)
            module.__file__, module.__source__, module.plpy = file, source, plpy
            module.db = plpy
            lines = [line + "\n" for line in source.split("\n")]
            linecache.cache[file] = builtins.len(source), None, lines, file
            sys.modules[module.__name__] = module
            builtins.exec(builtins.compile(source, file, "exec", 0, True), module.__dict__)
            builtins.setattr(package, name, module)
        return module.rounded
    call = SD["call"] = load()
result = call(amount)
return +result if isinstance(result, int) else result
$python$;

COMMENT ON FUNCTION rounded(double precision) IS 'Two digits.';

CREATE OR REPLACE FUNCTION total(net double precision)
RETURNS double precision
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL SAFE COST 100
AS $python$
# plpython-migrate: orders.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = {
            "orders": ("orders.py", r'''
from shop import money as m
import settings

def total(net: float) -> float:
    return m.rounded(net * (1 + m.RATES["vat"]))
'''.replace("\n\t", "\n")),
            "settings": ("settings.py", r'''
from shop.money import RATES

RATES["vat"] = 0.19
'''.replace("\n\t", "\n")),
            "shop": ("shop/__init__.py", r'''

'''.replace("\n\t", "\n")),
            "shop.money": ("shop/money.py", r'''
from __future__ import annotations

import math

RATES = {}

def rounded(amount: float) -> float:
    """Two digits."""
    db.debug(f"rounding {amount}")
    return math.floor(amount * 100 + 0.5) / 100
'''.replace("\n\t", "\n")),
        }
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        package = sys.modules.setdefault("_plpython", types.ModuleType("_plpython"))
        package.__path__ = []
        module = package.__dict__.get(name)
        if module is None or module.__source__ != source:
            home, modules, known, texts, line = "_plpython." + name, {}, {*source}, {}, 0
            given = {"shop.money": {"db": plpy}}
            for key, (path, text) in source.items():
                file, text = "<" + path + " in " + name + ">", "\n" * line + text
                texts[key], line = (file, text), text.count("\n") - 1
                while key:
                    known.add(key)
                    key = key.rpartition(".")[0]
            def import_file(key):
                parent, _, child = key.rpartition(".")
                if parent and key not in modules:
                    import_file(parent)
                if key in modules:
                    return modules[key]
                if key not in known:
                    raise builtins.ModuleNotFoundError("No module named '" + key + "'", name=key)
                full = home + "." + key
                module = types.ModuleType(home if key == "orders" else full)
                module.__package__ = (home + "." + parent).rstrip(".")
                if key not in texts or source[key][0].endswith("__init__.py"):
                    module.__package__, module.__path__ = full, []
                module.__builtins__ = own_builtins
                modules[key] = sys.modules[full] = sys.modules[module.__name__] = module
                if key in texts:
                    file, text = texts[key]
                    module.__file__ = file
                    module.__dict__.update(given.get(key, {}))
                    lines = [line + "\n" for line in text.split("\n")]
                    linecache.cache[file] = builtins.len(text), None, lines, file
                    try:
                        builtins.exec(builtins.compile(text, file, "exec", 0, True), module.__dict__)
                    except:
                        del modules[key], sys.modules[full]
                        sys.modules.pop(module.__name__, None)
                        raise
                if parent:
                    builtins.setattr(modules[parent], child, module)
                return module
            def import_from(key, globals=None, locals=None, fromlist=(), level=0):
                root, full = key.partition(".")[0], key
                if level:
                    parts = globals["__package__"].split(".")[2:]
                    if builtins.len(parts) < level:
                        raise builtins.ImportError("attempted relative import beyond top-level package")
                    full = ".".join(parts[:builtins.len(parts) - level + 1] + [key]).rstrip(".")
                elif key not in known and root not in source:
                    return builtins.__import__(key, globals, locals, fromlist, level)
                module = import_file(full)
                if not fromlist:
                    return modules[root]
                if builtins.hasattr(module, "__path__"):
                    names = fromlist if fromlist[0] != "*" else builtins.getattr(module, "__all__", ())
                    for child in names:
                        if full + "." + child in known and not builtins.hasattr(module, child):
                            import_file(full + "." + child)
                return module
            own_builtins = builtins.dict(builtins.__dict__, __import__=import_from, plpy=plpy)
            module = import_file("orders")
            module.__source__, module.__import_file__ = source, import_file
            builtins.setattr(package, name, module)
        return module.total
    call = SD["call"] = load()
result = call(net)
return +result if isinstance(result, int) else result
$python$;
