CREATE OR REPLACE FUNCTION template(a integer)
RETURNS text
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: newer_syntax.py
try:
    call = SD["call"]
except KeyError:
    call = None
if call is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
type Pair[T = int] = tuple[T, T]

def first[T = int, U = dict[str, list[int]]](pair: Pair[T]) -> T:
    try:
        return pair[0]
    except IndexError, TypeError:
        raise

def group():
    try:
        return 1
    except* KeyError, OSError:
        pass

def template(a: int) -> str:
    return t"{a!r:>{a}} {first((1, 2))} {"nested"}" + rt'\d{a}' + "t" + str(first((1, 2))) + str(group())
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<newer_syntax.py in " + name + ">"
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
        return module.template
    call = SD["call"] = load()
result = call(a)
if isinstance(result, str) and "\0" in result:
    raise ValueError("PostgreSQL has no text with a NUL in it: %r" % result)
return result
$python$;
