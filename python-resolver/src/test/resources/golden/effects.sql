CREATE OR REPLACE FUNCTION handle(text text)
RETURNS text
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: effects.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
from __future__ import annotations
import random, re

HANDLERS = {}
SPACE = re.compile(r"\s+")

def handler(name):
    def register(function):
        HANDLERS[name] = function
        return function

    return register

@handler("up")
def _up(text):
    return text.upper()

def handle(text: str) -> str:
    return HANDLERS["up"](SPACE.sub(" ", text))
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<effects.py in " + name + ">"
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
        return module.handle
    call = SD["call"] = load()
result = call(text)
if isinstance(result, str) and "\0" in result:
    raise ValueError("PostgreSQL has no text with a NUL in it: %r" % result)
return result
$python$;

CREATE OR REPLACE FUNCTION now()
RETURNS text
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: effects.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
from __future__ import annotations

def now() -> str:
    def inner(WORDS):
        return WORDS

    return db.execute("select now()")[0]["now"]
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<effects.py in " + name + ">"
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
        return module.now
    call = SD["call"] = load()
result = call()
if isinstance(result, str) and "\0" in result:
    raise ValueError("PostgreSQL has no text with a NUL in it: %r" % result)
return result
$python$;

CREATE OR REPLACE FUNCTION quick()
RETURNS boolean
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: effects.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
from __future__ import annotations

try:
    import fast
except ImportError:
    fast = None

def quick() -> bool:
    return fast is not None
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<effects.py in " + name + ">"
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
        return module.quick
    call = SD["call"] = load()
return call()
$python$;

CREATE OR REPLACE FUNCTION roll(sides integer)
RETURNS integer
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: effects.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
from __future__ import annotations
import random, re

random.seed(1)

def roll(sides: int) -> int:
    return random.randint(1, sides)
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<effects.py in " + name + ">"
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
        return module.roll
    call = SD["call"] = load()
result = call(sides)
return +result if isinstance(result, int) else result
$python$;

CREATE OR REPLACE FUNCTION words()
RETURNS text[]
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: effects.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
from __future__ import annotations

WORDS = []
WORDS.append("a"); OTHER = 1

for word in ("b", "c"):
    WORDS.append(word)

def words() -> list[str]:
    return WORDS
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<effects.py in " + name + ">"
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
        entry = module.words
        def each(convert, values):
            return [v if v is None else each(convert, v) if type(v) in (list, tuple)
                else convert(v) for v in values]
        def array(values):
            if isinstance(values, (str, bytes, dict, set, frozenset)):
                raise TypeError("a list is annotated, but the function returned a "
                    + type(values).__name__)
            return values
        def text(value):
            if isinstance(value, str) and "\0" in value:
                raise ValueError("PostgreSQL has no text with a NUL in it: %r" % value)
            return value
        def convert():
            result = entry()
            return None if result is None else each(text, array(result))
        return convert
    call = SD["call"] = load()
return call()
$python$;
