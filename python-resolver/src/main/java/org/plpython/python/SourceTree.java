package org.plpython.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plpython.python.Module.Folder;
import org.plpython.python.Statement.ClassDefinition;

/**
 * The files of the source roots as Python's import system sees them when the roots are its search
 * path: the first root that holds a module wins, a package hides the module of its name, and a
 * folder without {@code __init__.py} is a package where nothing else has the name.
 */
public final class SourceTree {
  /**
   * Python's own modules that a file of a search path cannot hide, as they are part of the
   * interpreter or loaded before it looks there, and those that stand for the server.
   */
  private static final Set<String> NEVER_FOUND =
      Set.of(
          "__future__",
          "_io",
          "abc",
          "builtins",
          "codecs",
          "django_plpy",
          "encodings",
          "gc",
          "io",
          "itertools",
          "marshal",
          "os",
          "plpy",
          "plpython",
          "posix",
          "site",
          "stat",
          "sys",
          "time",
          "zipimport");

  private final List<PythonFile> all;
  private final Map<Folder, PythonFile> files = new HashMap<>();
  private final Set<Folder> folders = new HashSet<>();
  private final Map<Folder, Set<String>> names = new HashMap<>();
  private final Set<Folder> roots = new LinkedHashSet<>();
  private final Map<String, Optional<Module>> modules = new HashMap<>();

  /**
   * A class and the file that defines it.
   *
   * @param file where it is defined
   * @param definition the class
   */
  public record FoundClass(PythonFile file, ClassDefinition definition) {}

  /**
   * A value and the file that holds it.
   *
   * @param file where it stands
   * @param value as it is written there
   */
  public record FoundValue(PythonFile file, Expression value) {}

  /** Over the files of all roots, those that are searched first at the beginning. */
  public SourceTree(List<PythonFile> files) {
    this.all = List.copyOf(files);
    for (PythonFile file : files) {
      String location = file.source().location();
      String path = file.source().path();
      roots.add(new Folder(location, ""));
      this.files.putIfAbsent(new Folder(location, path), file);
      int end = path.length();
      for (int i = path.lastIndexOf('/'); i >= 0; i = path.lastIndexOf('/', i - 1)) {
        Folder folder = new Folder(location, path.substring(0, i));
        folders.add(folder);
        addName(folder, path.substring(i + 1, end));
        end = i;
      }
    }
  }

  private void addName(Folder folder, String name) {
    if (!name.equals("__init__.py")) {
      names.computeIfAbsent(folder, f -> new TreeSet<>()).add(name.replaceFirst("\\.py$", ""));
    }
  }

  /** The names of the modules in a package. */
  List<String> submodules(Module module) {
    return module.folders().stream()
        .flatMap(folder -> names.getOrDefault(folder, Set.of()).stream())
        .toList();
  }

  /** All files. */
  List<PythonFile> files() {
    return all;
  }

  /**
   * The class that an expression in a file names, in that file or in another one that it imports
   * from, through any number of imports.
   */
  public Optional<FoundClass> classOf(PythonFile file, Expression expression) {
    return new DefinitionSearch<>(
            this, (where, name) -> where.classNamed(name).map(c -> new FoundClass(where, c)))
        .find(file, path(expression));
  }

  /**
   * What the name or dotted name in a file was given by an assignment, in that file or in another
   * one that it imports from: {@code Price = Annotated[...]}.
   */
  public Optional<FoundValue> valueOf(PythonFile file, Expression expression) {
    return new DefinitionSearch<>(
            this, (where, name) -> where.assigned(name).map(v -> new FoundValue(where, v)))
        .find(file, path(expression));
  }

  /** The parts of a dotted name; none if it is something else. */
  private static List<String> path(Expression expression) {
    List<String> path = new ArrayList<>();
    if (expression instanceof Expression.Name name) {
      path.add(name.id());
    } else if (expression instanceof Expression.Attribute attribute) {
      path.addAll(path(attribute.value()));
      if (!path.isEmpty()) {
        path.add(attribute.attribute());
      }
    }
    return path;
  }

  /** Whether the roots hold the module of that name, or the package that it begins with. */
  public boolean holds(String name) {
    return module(name.replaceFirst("\\..*", "")).isPresent();
  }

  /** The module that the roots hold under a name with dots. */
  Optional<Module> module(String name) {
    Optional<Module> known = modules.get(name);
    if (known == null) {
      known = find(name);
      modules.put(name, known);
    }
    return known;
  }

  private Optional<Module> find(String name) {
    int dot = name.lastIndexOf('.');
    if (dot >= 0) {
      return module(name.substring(0, dot))
          .flatMap(parent -> find(name, name.substring(dot + 1), parent.folders()));
    }
    return name.isEmpty() || NEVER_FOUND.contains(name)
        ? Optional.empty()
        : find(name, name, List.copyOf(roots));
  }

  private Optional<Module> find(String name, String simpleName, List<Folder> where) {
    List<Folder> portions = new ArrayList<>();
    for (Folder folder : where) {
      Folder inner = folder.child(simpleName);
      PythonFile init = files.get(inner.child("__init__.py"));
      if (init != null) {
        return Optional.of(new Module(name, Optional.of(init), List.of(inner)));
      }
      PythonFile file = files.get(folder.child(simpleName + ".py"));
      if (file != null) {
        return Optional.of(new Module(name, Optional.of(file), List.of()));
      }
      if (folders.contains(inner)) {
        portions.add(inner);
      }
    }
    return portions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Module(name, Optional.empty(), portions));
  }

  /**
   * Whether a member of a module is a module of the roots, and nothing else that its file binds;
   * the file may import it.
   */
  boolean isSubmodule(Module module, String member) {
    return module(module.name() + "." + member).isPresent()
        && module
            .file()
            .filter(file -> file.bindsWhenRun(member))
            .map(file -> importsOnly(file, module.name(), member))
            .orElse(true);
  }

  private static boolean importsOnly(PythonFile file, String module, String member) {
    return file.imports(member).size() >= file.binding(member).size()
        && file.imports(member).stream()
            .allMatch(
                clause ->
                    clause.member().equals(member)
                        && moduleName(file, clause).equals(Optional.of(module)));
  }

  /**
   * The full name of the module that a clause imports, or imports from; empty where the dots lead
   * out of the package.
   */
  static Optional<String> moduleName(PythonFile file, ImportClause clause) {
    if (clause.level() == 0) {
      return Optional.of(clause.module());
    }
    String base = file.packageName();
    for (int i = 1; i < clause.level(); i++) {
      base = base.substring(0, Math.max(base.lastIndexOf('.'), 0));
    }
    if (base.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(clause.module().isEmpty() ? base : base + "." + clause.module());
  }
}
