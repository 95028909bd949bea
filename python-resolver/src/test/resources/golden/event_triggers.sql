CREATE OR REPLACE FUNCTION admin.guard()
RETURNS event_trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: event_triggers.py
try:
    fire = SD["fire"]
except KeyError:
    fire = None
if fire is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def guard():
    plpy.notice("guard")
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<event_triggers.py in " + name + ">"
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
        entry = module.guard
        return lambda td: entry()
    fire = SD["fire"] = load()
fire(TD)
$python$;

CREATE OR REPLACE FUNCTION audit_ddl()
RETURNS event_trigger
LANGUAGE plpython3u
VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER PARALLEL UNSAFE COST 100
AS $python$
# plpython-migrate: event_triggers.py
try:
    fire = SD["fire"]
except KeyError:
    fire = None
if fire is None:
    def load():
        import builtins, linecache, plpy, sys, types
        source = r'''
def audit_ddl(td, plpy):
    """Says what was done."""
    plpy.notice(td["event"] + " " + td["tag"])
'''.replace("\n\t", "\n")
        name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
        file = "<event_triggers.py in " + name + ">"
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
        entry = module.audit_ddl
        return lambda td: entry(td, plpy)
    fire = SD["fire"] = load()
fire(TD)
$python$;

COMMENT ON FUNCTION audit_ddl() IS 'Says what was done.';

DROP EVENT TRIGGER IF EXISTS "Guard drop";

CREATE EVENT TRIGGER "Guard drop"
ON sql_drop
EXECUTE FUNCTION admin.guard();

ALTER EVENT TRIGGER "Guard drop" ENABLE ALWAYS;

DROP EVENT TRIGGER IF EXISTS audit_ddl;

CREATE EVENT TRIGGER audit_ddl
ON ddl_command_end
WHEN TAG IN ('CREATE TABLE', 'CREATE INDEX')
EXECUTE FUNCTION audit_ddl();

DROP EVENT TRIGGER IF EXISTS guard;

CREATE EVENT TRIGGER guard
ON login
EXECUTE FUNCTION admin.guard();
