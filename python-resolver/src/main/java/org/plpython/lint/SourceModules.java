package org.plpython.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plpython.python.PythonFile;

/** The files of the source roots as Python's import sees them. */
final class SourceModules {
  private final Map<String, PythonFile> files = new HashMap<>();

  /** Of two files of one name the first one is meant, as on Python's own path. */
  SourceModules(List<PythonFile> files) {
    for (PythonFile file : files) {
      String path = file.source().path();
      String name = path.replaceFirst("(^|/)__init__\\.py$", "").replaceFirst("\\.py$", "");
      this.files.putIfAbsent(name.replace('/', '.'), file);
    }
  }

  /**
   * A definition in a file.
   *
   * @param name empty: the whole file
   */
  record Target(PythonFile file, Optional<String> name) {}

  /** What an imported name stands for, if a file of the source roots holds it. */
  Optional<Target> find(String origin, PythonFile from) {
    String name = absolute(origin, from);
    @Nullable PythonFile module = files.get(name);
    if (module != null) {
      return Optional.of(new Target(module, Optional.empty()));
    }
    int dot = name.lastIndexOf('.');
    @Nullable PythonFile parent = files.get(dot < 0 ? "" : name.substring(0, dot));
    return Optional.ofNullable(parent)
        .map(file -> new Target(file, Optional.of(name.substring(dot + 1))));
  }

  /** Whether the name of a module, or of what is in it, begins with a folder or file of ours. */
  boolean hold(String name) {
    String first = name.replaceFirst("\\..*", "");
    return first.isEmpty()
        || files.keySet().stream()
            .anyMatch(module -> module.equals(first) || module.startsWith(first + "."));
  }

  /** One dot is the file's own folder, each further one the folder around it. */
  private static String absolute(String origin, PythonFile from) {
    if (!origin.startsWith(".")) {
      return origin;
    }
    String folder = "/" + from.source().path();
    String rest = origin;
    while (rest.startsWith(".")) {
      folder = folder.substring(0, Math.max(folder.lastIndexOf('/'), 0));
      rest = rest.substring(1);
    }
    String name = folder.replace('/', '.') + "." + rest;
    return name.replaceFirst("^\\.+", "");
  }
}
