package org.plpython.sql;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plpython.descriptor.Mark;
import org.plpython.object.ClassReference;
import org.plpython.object.Program;
import org.plpython.object.Program.Part;
import org.plpython.object.Script;

/**
 * The part of a body that makes the author's source a module of its own, once per session. The
 * module is registered in {@code sys.modules}, under a private name, and its text in {@code
 * linecache}: dataclasses, {@code get_type_hints}, pickling and {@code inspect.getsource} need it.
 *
 * <p>The private name is the one that PL/Python gives to the body (plpy_procedure.c, {@code
 * __plpython_procedure_NAME_OID}), without the prefix. So the same source in two schemas makes two
 * modules, and no tenant sees what another one's function keeps; while all trigger relations of a
 * function, for each of which PL/Python has an SD of its own, share one.
 *
 * <p>A program of several files makes a module of each, when it is first imported. Their imports of
 * each other go through an {@code __import__} of their own, which CPython looks up in a module's
 * {@code __builtins__}: nothing that others see is changed. Each text is compiled behind as many
 * blank lines as there are lines before it, as PL/Python names lines but no files.
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

  private static final String SEVERAL_FILES =
      """
              import builtins, linecache, plpy, sys, types
              source = {
      %s        }
              name = sys._getframe(1).f_code.co_name.replace("__plpython_procedure_", "", 1)
              package = sys.modules.setdefault("_plpython", types.ModuleType("_plpython"))
              package.__path__ = []
              module = package.__dict__.get(name)
              if module is None or module.__source__ != source:
                  home, modules, known, texts, line = "_plpython." + name, {}, {*source}, {}, 0
                  given = {%s}
                  for key, (path, text) in source.items():
                      file, text = "<" + path + " in " + name + ">", "\\n" * line + text
                      texts[key], line = (file, text), text.count("\\n") - 1
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
                      module = types.ModuleType(home if key == %s else full)
                      module.__package__ = (home + "." + parent).rstrip(".")
                      if key not in texts or source[key][0].endswith("__init__.py"):
                          module.__package__, module.__path__ = full, []
                      module.__builtins__ = own_builtins
                      modules[key] = sys.modules[full] = sys.modules[module.__name__] = module
                      if key in texts:
                          file, text = texts[key]
                          module.__file__ = file
                          module.__dict__.update(given.get(key, {}))
                          lines = [line + "\\n" for line in text.split("\\n")]
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
                  module = import_file(%s)
                  module.__source__, module.__import_file__ = source, import_file
                  builtins.setattr(package, name, module)
      """;

  private ModuleLoader() {}

  /**
   * Lines that bind {@code module} and {@code plpy}, indented as a function's body within an {@code
   * if}. The author's source in them is not indented, as it stands in a literal.
   */
  static String write(Program program) {
    return program.others().isEmpty() ? writeOne(program.main()) : writeSeveral(program);
  }

  private static String writeOne(Part part) {
    return TEMPLATE.formatted(
        PythonLiteral.lines(part.text()),
        PythonLiteral.quote("<" + part.path() + " in "),
        part.provided().entrySet().stream()
            .map(name -> "            module.%s = %s\n".formatted(name.getKey(), value(name)))
            .collect(Collectors.joining()));
  }

  private static String writeSeveral(Program program) {
    String entry = PythonLiteral.quote(program.main().name());
    return SEVERAL_FILES.formatted(
        program.parts().stream().map(ModuleLoader::source).collect(Collectors.joining()),
        program.parts().stream()
            .filter(part -> !part.provided().isEmpty())
            .map(ModuleLoader::given)
            .collect(Collectors.joining(", ")),
        entry,
        entry);
  }

  private static String source(Part part) {
    return "            %s: (%s, %s),\n"
        .formatted(
            PythonLiteral.quote(part.name()),
            PythonLiteral.quote(part.path()),
            PythonLiteral.lines(part.text()));
  }

  private static String given(Part part) {
    return part.provided().entrySet().stream()
        .map(name -> PythonLiteral.quote(name.getKey()) + ": " + value(name))
        .collect(Collectors.joining(", ", PythonLiteral.quote(part.name()) + ": {", "}"));
  }

  private static String value(Map.Entry<String, String> provided) {
    return switch (provided.getValue()) {
      case Mark.ROW -> "Row";
      case Script.MAIN -> PythonLiteral.quote(Script.MAIN);
      default -> "plpy";
    };
  }

  /** An expression for a class of the author's, where {@code module} is bound. */
  static String reference(ClassReference type, Program program) {
    List<String> modules =
        program.others().stream()
            .filter(part -> part.path().equals(type.path()))
            .map(Part::name)
            .toList();
    return type.path().equals(program.path()) || modules.isEmpty()
        ? "module." + type.name()
        : "module.__import_file__(%s).%s"
            .formatted(PythonLiteral.quote(modules.get(0)), type.name());
  }
}
