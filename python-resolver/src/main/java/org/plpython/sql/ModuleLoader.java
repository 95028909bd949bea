package org.plpython.sql;

import java.util.Map;
import org.plpython.descriptor.Mark;
import org.plpython.object.Checksum;
import org.plpython.object.Program;
import org.plpython.object.Routine;

/**
 * The part of a body that makes the author's source a module of its own, once per session. The
 * module is registered in {@code sys.modules}, under a private name, and its text in {@code
 * linecache}: dataclasses, {@code get_type_hints}, pickling and {@code inspect.getsource} need it.
 * PL/Python keeps one SD per function and trigger relation; all of them share the module.
 */
final class ModuleLoader {
  private static final String TEMPLATE =
      """
              import builtins, linecache, plpy, sys, types
              source = %s
              name, file = %s, %s
              package = sys.modules.setdefault("_plpython", types.ModuleType("_plpython"))
              package.__path__ = []
              module = package.__dict__.get(name)
              if module is None or module.__source__ != source:
                  module = types.ModuleType("_plpython." + name)
                  module.__file__, module.__source__, module.plpy = file, source, plpy
      %s            lines = [line + "\\n" for line in source.split("\\n")]
                  linecache.cache[file] = len(source), None, lines, file
                  sys.modules[module.__name__] = module
                  builtins.exec(builtins.compile(source, file, "exec", 0, True), module.__dict__)
                  builtins.setattr(package, name, module)
      """;

  private ModuleLoader() {}

  /**
   * Lines that bind {@code module} and {@code plpy}, indented as a function's body within an {@code
   * if}. The author's source in them is not indented, as it stands in a literal.
   */
  static String write(Routine routine) {
    Program program = routine.program();
    return TEMPLATE.formatted(
        PythonLiteral.lines(program.text()),
        PythonLiteral.quote(moduleName(routine)),
        PythonLiteral.quote("<" + routine.identity() + ", " + program.path() + ">"),
        provided(program.provided()));
  }

  /** Unlike any other routine's in the database, and legible. */
  private static String moduleName(Routine routine) {
    String legible = routine.name().name().replaceAll("[^A-Za-z0-9_]", "_");
    return legible + "_" + Checksum.ofText(routine.identity()).shortened();
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
