package org.plpython.sql;

import java.util.Map;
import org.plpython.descriptor.Mark;
import org.plpython.object.Program;

/**
 * The part of a body that makes the author's source a module of its own, once per session. The
 * module is registered in {@code sys.modules}, under a private name, and its text in {@code
 * linecache}: dataclasses, {@code get_type_hints}, pickling and {@code inspect.getsource} need it.
 *
 * <p>The private name is the one that PL/Python gives to the body (plpy_procedure.c, {@code
 * __plpython_procedure_NAME_OID}), without the prefix. So the same source in two schemas makes two
 * modules, and no tenant sees what another one's function keeps; while all trigger relations of a
 * function, for each of which PL/Python has an SD of its own, share one.
 */
final class ModuleLoader {
  private static final String TEMPLATE =
      """
              import builtins, linecache, plpy, sys, types
              source = %s
              name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
              file = %s + name + ">"
              package = sys.modules.setdefault("_plpython", types.ModuleType("_plpython"))
              package.__path__ = []
              module = package.__dict__.get(name)
              if module is None or module.__source__ != source:
                  module = types.ModuleType("_plpython." + name)
                  module.__file__, module.__source__, module.plpy = file, source, plpy
      %s            lines = [line + "\\n" for line in source.split("\\n")]
                  linecache.cache[file] = builtins.len(source), None, lines, file
                  sys.modules[module.__name__] = module
                  builtins.exec(builtins.compile(source, file, "exec", 0, True), module.__dict__)
                  builtins.setattr(package, name, module)
      """;

  private ModuleLoader() {}

  /**
   * Lines that bind {@code module} and {@code plpy}, indented as a function's body within an {@code
   * if}. The author's source in them is not indented, as it stands in a literal.
   */
  static String write(Program program) {
    return TEMPLATE.formatted(
        PythonLiteral.lines(program.text()),
        PythonLiteral.quote("<" + program.path() + " in "),
        provided(program.provided()));
  }

  private static String provided(Map<String, String> names) {
    StringBuilder lines = new StringBuilder();
    names.forEach(
        (name, origin) ->
            lines
                .append("            module.")
                .append(name)
                .append(origin.equals(Mark.ROW) ? " = Row\n" : " = plpy\n"));
    return lines.toString();
  }
}
