CREATE OR REPLACE FUNCTION "Order"(a bytea, b double precision, c integer[], d text DEFAULT E'it''s \\', e integer DEFAULT -1)
RETURNS void
LANGUAGE plpython3u
VOLATILE STRICT LEAKPROOF SECURITY DEFINER PARALLEL UNSAFE COST 0.5
AS $python1$
# plpython-migrate: conversions.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = ("\n"
"def order_lines(a: bytes, b: float, c: list[list[int]], d: str = \"it's \\\\\", e: int = -1) -> None:\n"
"    '''Both kinds of \"\"\"triple\"\"\" quotes.'''\n"
"    \"\"\"and $python$\"\"\"\n"
)
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<conversions.py in " + name + ">"
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
        return module.order_lines
    call = SD["call"] = load()
call(a, b, c, d, e)
$python1$;

COMMENT ON FUNCTION "Order"(bytea, double precision, integer[], text, integer) IS 'Both kinds of """triple""" quotes.';

CREATE OR REPLACE FUNCTION call(call integer, load integer)
RETURNS integer
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: conversions.py
try:
    call_ = SD["call"]
except KeyError:
    call_ = None
if call_ is None:
    def load_():
        import builtins, linecache, plpy, sys, types
        source = r'''
def call(call: int, load: int) -> int:
    return call + load
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<conversions.py in " + name + ">"
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
        return module.call
    call_ = SD["call"] = load_()
result = call_(call, load)
return +result if isinstance(result, int) else result
$python$;

CREATE OR REPLACE FUNCTION tags("json" jsonb, ids uuid[], result integer DEFAULT NULL, "SD" boolean DEFAULT true)
RETURNS jsonb
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: conversions.py
try:
    call = GD.setdefault(__import__("sys")._getframe().f_code.co_name + " 87591b687ad3", {})["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
from typing import Dict, List, Optional
from uuid import UUID

def tags(
    json: Dict[str, str], ids: List[UUID], result: "Optional[int]" = None, *, SD: bool = True
) -> Dict[str, str]:
    return json
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<conversions.py in " + name + ">"
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
        entry = module.tags
        import json
        import uuid
        def each(convert, values):
            return [v if v is None else each(convert, v) if type(v) in (list, tuple)
                else convert(v) for v in values]
        def convert(json_, ids, result_, SD):
            result = entry(None if json_ is None else json.loads(json_), None if ids is None else each(uuid.UUID, ids), result_, SD=SD)
            return None if result is None else json.dumps(result)
        return convert
    call = GD.setdefault(__import__("sys")._getframe().f_code.co_name + " 87591b687ad3", {})["call"] = load()
return call(json, ids, result, SD)
$python$;
