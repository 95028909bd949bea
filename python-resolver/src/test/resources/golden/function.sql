CREATE OR REPLACE FUNCTION shop.gross_price(net numeric)
RETURNS numeric
LANGUAGE plpython3u
IMMUTABLE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL SAFE COST 100
AS $python$
# plpython-migrate: function.py
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
    """Gross price.

    It's rounded:
        to cents.
    """
    return (net * (1 + VAT)).quantize(Decimal("0.01"))
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<function.py in " + name + ">"
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

COMMENT ON FUNCTION shop.gross_price(numeric) IS 'Gross price.

It''s rounded:
    to cents.';
