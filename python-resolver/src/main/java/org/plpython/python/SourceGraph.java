package org.plpython.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.plpython.python.References.Purpose;

/** The statements of all files, what they affect and what they import. Built once. */
final class SourceGraph {
  /** Whoever calls these may use any name of the file. */
  private static final Set<String> ANY_NAME = Set.of("globals", "eval", "exec");

  private final SourceTree tree;
  private final References references;
  private final Imports imports;
  private final Predicate<String> isMark;
  private final Map<PythonFile, List<Unit>> units = new HashMap<>();
  private final Map<PythonFile, List<Unit>> forWholeFile = new HashMap<>();
  private final Map<PythonFile, Map<PythonFile, Optional<Unit>>> loads = new HashMap<>();

  SourceGraph(SourceTree tree, Predicate<String> isMark) {
    this.tree = tree;
    this.references = new References(tree);
    this.imports = new Imports(tree, this::units);
    this.isMark = isMark;
    Linker linker = new Linker(tree, references, isMark);
    List<Unit> all = new ArrayList<>();
    for (PythonFile file : tree.files()) {
      List<Unit> linked = linker.link(file);
      units.put(file, linked);
      forWholeFile.put(file, linked.stream().filter(SourceGraph::isForWholeFile).toList());
      all.addAll(linked);
    }
    tree.files().forEach(this::addContentsOfModule);
    Reach.find(all);
  }

  /** A module leads to all that its file binds, and an import of all names does too. */
  private void addContentsOfModule(PythonFile file) {
    for (String name : List.of(Symbol.ALL, Symbol.MODULE)) {
      references
          .known(file, name)
          .ifPresent(
              symbol ->
                  file.boundNames()
                      .forEach(bound -> symbol.contents().add(references.symbol(file, bound))));
    }
  }

  References references() {
    return references;
  }

  Imports imports() {
    return imports;
  }

  List<Unit> units(PythonFile file) {
    return units.getOrDefault(file, List.of());
  }

  /** The file's statement. */
  Unit unit(PythonFile file, Statement statement) {
    return units(file).stream().filter(u -> u.statement() == statement).findFirst().orElseThrow();
  }

  /**
   * Imports from the future, which change how the file is compiled, and statements that reach for
   * the file's names by their text.
   */
  List<Unit> forWholeFile(PythonFile file) {
    return forWholeFile.getOrDefault(file, List.of());
  }

  private static boolean isForWholeFile(Unit unit) {
    return unit.imports().stream().anyMatch(clause -> clause.module().equals("__future__"))
        || isDynamic(unit);
  }

  private static boolean isDynamic(Unit unit) {
    Set<String> names = new HashSet<>(unit.statement().names().passes());
    names.addAll(unit.statement().names().stores());
    return unit.isRun() && names.stream().anyMatch(name -> isAnyName(unit.file(), name));
  }

  static boolean isAnyName(PythonFile file, String name) {
    return ANY_NAME.contains(name) && !file.binds(name);
  }

  /** All that whoever has the module may reach; what only declares is no part of it. */
  Set<Symbol> contentsOfModule(PythonFile file) {
    List<String> names =
        file.boundNames().stream()
            .filter(name -> file.originOf(name).filter(isMark).isEmpty())
            .toList();
    return references.find(file, names, Purpose.USE);
  }

  /** What is loaded with a file, as {@link Imports#loadedWith}. */
  Map<PythonFile, Optional<Unit>> loadedWith(PythonFile file) {
    return loads.computeIfAbsent(file, imports::loadedWith);
  }

  /** The statements that import all names of some module, among which may be this one. */
  List<Unit> starImportsOf(Symbol symbol) {
    if (symbol.file().imports("*").isEmpty()) {
      return List.of();
    }
    return units(symbol.file()).stream()
        .filter(unit -> unit.imports().stream().anyMatch(clause -> mayBring(clause, symbol)))
        .toList();
  }

  private boolean mayBring(ImportClause clause, Symbol symbol) {
    return clause.isStar() && mayBring(symbol.file(), clause, symbol.name(), new HashSet<>());
  }

  private boolean mayBring(
      PythonFile file, ImportClause clause, String name, Set<PythonFile> taken) {
    Optional<PythonFile> module =
        SourceTree.moduleName(file, clause).flatMap(tree::module).flatMap(Module::file);
    return module.isEmpty() || (taken.add(module.get()) && mayHave(module.get(), name, taken));
  }

  /** Whether a name may be found in a file's module. */
  boolean mayHave(PythonFile file, String name) {
    return mayHave(file, name, new HashSet<>(Set.of(file)));
  }

  private boolean mayHave(PythonFile file, String name, Set<PythonFile> taken) {
    return !file.isReadable()
        || file.binds(name)
        || file.binds("__getattr__")
        || references.known(file, name).filter(s -> !s.affecting().isEmpty()).isPresent()
        || units(file).stream().anyMatch(SourceGraph::isDynamic)
        || file.imports("*").stream().anyMatch(star -> mayBring(file, star, name, taken));
  }
}
