package org.plpython.python;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plpython.python.ImportClause.When;
import org.plpython.python.Imports.Loading;

/** Collects what a function needs: statements, and the names that they are needed for. */
final class Search {
  private final SourceGraph graph;
  private final PythonFile entry;
  private final Map<PythonFile, SortedMap<Integer, Unit>> needed = new LinkedHashMap<>();
  private final Set<Symbol> symbols = new HashSet<>();
  private final Deque<Symbol> open = new ArrayDeque<>();
  private final Set<PythonFile> active = new HashSet<>();
  private final Set<Unit> fromOutside = new LinkedHashSet<>();
  private final Deque<Loading> called = new ArrayDeque<>();
  private final Map<PythonFile, Optional<Unit>> loadedByCalls = new LinkedHashMap<>();
  private boolean isInOrder;

  /** For a function of the file. */
  Search(SourceGraph graph, PythonFile entry) {
    this.graph = graph;
    this.entry = entry;
    needed.put(entry, new TreeMap<>());
  }

  /** The statements of each file that is needed, in the file's order. */
  Map<PythonFile, SortedMap<Integer, Unit>> needed() {
    return needed;
  }

  /** The names that something needs. */
  Set<Symbol> symbols() {
    return symbols;
  }

  void add(Unit unit) {
    PythonFile file = unit.file();
    if (touch(file).putIfAbsent(unit.index(), unit) != null) {
      return;
    }
    activate(file);
    open(unit.names().uses());
    for (ImportClause clause : unit.imports()) {
      for (PythonFile loaded : graph.imports().loadedBy(file, clause)) {
        touch(loaded);
        if (clause.when() == When.CALLED) {
          called.add(new Loading(loaded, Optional.of(unit)));
        }
      }
    }
  }

  void open(Collection<Symbol> more) {
    more.stream().filter(symbols::add).forEach(open::push);
  }

  /** Adds all that what was added needs. */
  void run() {
    do {
      while (!open.isEmpty()) {
        need(open.pop());
      }
    } while (addFromOutside() || addImports());
  }

  private SortedMap<Integer, Unit> touch(PythonFile file) {
    return needed.computeIfAbsent(file, f -> new TreeMap<>());
  }

  private void activate(PythonFile file) {
    if (active.add(file)) {
      graph.forWholeFile(file).forEach(this::add);
    }
  }

  private void need(Symbol symbol) {
    PythonFile file = symbol.file();
    activate(file);
    addAffecting(symbol);
    graph.references().known(file, Symbol.MODULE).ifPresent(this::addAffecting);
    if (symbol.name().equals(Symbol.MODULE)) {
      open(graph.contentsOfModule(file));
      needAll(file);
    } else if (symbol.name().equals(Symbol.ALL) || SourceGraph.isAnyName(file, symbol.name())) {
      needAll(file);
    } else {
      graph.starImportsOf(symbol).forEach(this::add);
    }
    if (symbol.name().equals("__doc__")) {
      graph.units(file).stream().filter(Unit::isDocstring).forEach(this::add);
    }
  }

  private void needAll(PythonFile file) {
    graph.units(file).stream().filter(Unit::isRun).forEach(this::add);
    graph.references().symbols(file).forEach(this::addAffecting);
  }

  private void addAffecting(Symbol symbol) {
    for (Unit unit : symbol.affecting()) {
      if (unit.file() == symbol.file()) {
        add(unit);
      } else {
        fromOutside.add(unit);
      }
    }
  }

  /** What other files change counts where plain Python loads those files. */
  private boolean addFromOutside() {
    boolean added = false;
    for (Unit unit : List.copyOf(fromOutside)) {
      if (!isNeeded(unit) && loader(unit.file()).isPresent()) {
        add(unit);
        added = true;
      }
    }
    isInOrder |= added;
    return added;
  }

  private boolean isNeeded(Unit unit) {
    return needed.getOrDefault(unit.file(), new TreeMap<>()).containsKey(unit.index());
  }

  /** Empty if nothing loads the file; in it, what does: nothing for the entry and its packages. */
  private Optional<Optional<Unit>> loader(PythonFile file) {
    while (!called.isEmpty()) {
      graph.imports().load(called.poll(), loadedByCalls);
    }
    return Optional.ofNullable(graph.loadedWith(entry).get(file))
        .or(() -> Optional.ofNullable(loadedByCalls.get(file)));
  }

  /**
   * Files are loaded by the imports that are needed anyway, as far as that makes no difference. It
   * does where files change each other's names or import each other: there each file is loaded by
   * the statement that loads it in plain Python.
   */
  private boolean addImports() {
    if (needed.size() == 1) {
      return false;
    }
    NeededImports reached = new NeededImports(graph.imports(), entry, needed);
    isInOrder |= reached.isCyclic();
    boolean added = false;
    for (PythonFile file : List.copyOf(needed.keySet())) {
      if (!touch(file).isEmpty() && (isInOrder || !reached.reaches(file))) {
        Optional<Unit> by = loader(file).flatMap(unit -> unit);
        added |= by.filter(unit -> !isNeeded(unit)).isPresent();
        by.ifPresent(this::add);
      }
    }
    return added;
  }
}
