package org.plpython.object;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.python.PythonFile;

/** The functions that have been built, by their files and Python names. */
final class BuiltFunctions {
  private final List<Routine.Function> all = new ArrayList<>();
  private final Map<PythonFile, Map<String, Routine.Function>> byFile = new HashMap<>();

  void add(FunctionDeclaration declaration, Routine.Function function) {
    all.add(function);
    byFile
        .computeIfAbsent(declaration.file(), file -> new HashMap<>())
        .put(declaration.function().name(), function);
  }

  List<Routine.Function> all() {
    return all;
  }

  Map<String, Routine.Function> of(PythonFile file) {
    return byFile.getOrDefault(file, Map.of());
  }
}
