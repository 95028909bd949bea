package org.plpython.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plpython.python.ImportClause.When;

/** Tells which files are loaded when a file is, in which order and by which statements. */
final class Imports {
  private final SourceTree tree;
  private final Function<PythonFile, List<Unit>> units;
  private final IdentityHashMap<ImportClause, List<PythonFile>> loadedBy = new IdentityHashMap<>();
  private final IdentityHashMap<ImportClause, List<PythonFile>> waitedFor = new IdentityHashMap<>();

  /**
   * Over all files.
   *
   * @param units of a file
   */
  Imports(SourceTree tree, Function<PythonFile, List<Unit>> units) {
    this.tree = tree;
    this.units = units;
  }

  /**
   * The files that a clause loads unless they are loaded, those of packages first; a submodule that
   * a package does not bind is loaded by importing it from there.
   */
  List<PythonFile> loadedBy(PythonFile file, ImportClause clause) {
    return loadedBy.computeIfAbsent(clause, c -> findLoaded(file, c));
  }

  private List<PythonFile> findLoaded(PythonFile file, ImportClause clause) {
    if (clause.when() == When.NEVER) {
      return List.of();
    }
    List<PythonFile> loaded = new ArrayList<>();
    String name = SourceTree.moduleName(file, clause).orElse("");
    addWithPackages(name, loaded);
    tree.module(name)
        .filter(module -> !clause.member().isEmpty() && tree.isSubmodule(module, clause.member()))
        .ifPresent(module -> addWithPackages(module.name() + "." + clause.member(), loaded));
    return loaded;
  }

  private void addWithPackages(String name, List<PythonFile> loaded) {
    for (int end = name.indexOf('.'); end >= 0; end = name.indexOf('.', end + 1)) {
      add(name.substring(0, end), loaded);
    }
    add(name, loaded);
  }

  private void add(String name, List<PythonFile> loaded) {
    tree.module(name)
        .flatMap(Module::file)
        .filter(file -> !loaded.contains(file))
        .ifPresent(loaded::add);
  }

  /**
   * The same without the packages around the file, which are there before it; but with one that it
   * imports a name from, which may not be bound yet.
   */
  List<PythonFile> waitedFor(PythonFile file, ImportClause clause) {
    return waitedFor.computeIfAbsent(clause, c -> findWaitedFor(file, c));
  }

  private List<PythonFile> findWaitedFor(PythonFile file, ImportClause clause) {
    Optional<Module> module = SourceTree.moduleName(file, clause).flatMap(tree::module);
    boolean isName = module.filter(m -> !tree.isSubmodule(m, clause.member())).isPresent();
    List<PythonFile> files = new ArrayList<>(loadedBy(file, clause));
    List<PythonFile> around = packagesAround(file);
    files.removeIf(
        f ->
            around.contains(f)
                && !(isName && module.flatMap(Module::file).filter(f::equals).isPresent()));
    return files;
  }

  /** The packages around a file, which are loaded before it. */
  List<PythonFile> packagesAround(PythonFile file) {
    List<PythonFile> packages = new ArrayList<>();
    addWithPackages(file.packageName(), packages);
    packages.remove(file);
    return packages;
  }

  /**
   * All files that are loaded with a file, in order, each with the statement that does it; empty
   * for the file and the packages around it.
   */
  Map<PythonFile, Optional<Unit>> loadedWith(PythonFile file) {
    Map<PythonFile, Optional<Unit>> loaded = new LinkedHashMap<>();
    for (PythonFile around : packagesAround(file)) {
      load(new Loading(around, Optional.empty()), loaded);
    }
    load(new Loading(file, Optional.empty()), loaded);
    return loaded;
  }

  /** A file, and the statement that loads it. */
  record Loading(PythonFile file, Optional<Unit> by) {}

  /** Adds a file, and what is loaded with it, to what is loaded already. */
  void load(Loading first, Map<PythonFile, Optional<Unit>> loaded) {
    Deque<Iterator<Loading>> open = new ArrayDeque<>(List.of(List.of(first).iterator()));
    while (!open.isEmpty()) {
      if (!open.peek().hasNext()) {
        open.pop();
        continue;
      }
      Loading next = open.peek().next();
      if (loaded.putIfAbsent(next.file(), next.by()) == null) {
        open.push(loadedBy(next.file()).iterator());
      }
    }
  }

  /** What the statements of a file load by themselves. */
  private List<Loading> loadedBy(PythonFile file) {
    List<Loading> loaded = new ArrayList<>();
    for (Unit unit : units.apply(file)) {
      for (ImportClause clause : unit.imports()) {
        if (unit.isRun() && clause.when() == When.LOADING) {
          loadedBy(file, clause).forEach(f -> loaded.add(new Loading(f, Optional.of(unit))));
        }
      }
    }
    return loaded;
  }
}
