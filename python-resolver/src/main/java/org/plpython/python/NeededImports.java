package org.plpython.python;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.plpython.python.ImportClause.When;

/** Which files the needed statements import, and whether in a circle. */
final class NeededImports {
  private final Imports imports;
  private final Map<PythonFile, Set<PythonFile>> loading = new HashMap<>();
  private final Set<PythonFile> reached = new HashSet<>();

  NeededImports(
      Imports imports, PythonFile entry, Map<PythonFile, SortedMap<Integer, Unit>> needed) {
    this.imports = imports;
    Map<PythonFile, Set<PythonFile>> all = new HashMap<>();
    needed.forEach((file, units) -> addEdges(file, units.values(), all));
    Deque<PythonFile> open = new ArrayDeque<>(List.of(entry));
    open.addAll(imports.packagesAround(entry));
    while (!open.isEmpty()) {
      PythonFile file = open.pop();
      if (reached.add(file)) {
        open.addAll(all.getOrDefault(file, Set.of()));
      }
    }
  }

  private void addEdges(
      PythonFile file, Collection<Unit> units, Map<PythonFile, Set<PythonFile>> all) {
    Set<PythonFile> whenLoading = loading.computeIfAbsent(file, f -> new HashSet<>());
    Set<PythonFile> everywhere = all.computeIfAbsent(file, f -> new HashSet<>());
    for (Unit unit : units) {
      for (ImportClause clause : unit.imports()) {
        everywhere.addAll(imports.loadedBy(file, clause));
        if (clause.when() == When.LOADING) {
          whenLoading.addAll(imports.waitedFor(file, clause));
        }
      }
    }
    whenLoading.remove(file);
  }

  boolean reaches(PythonFile file) {
    return reached.contains(file);
  }

  /** Files that wait for no other one are taken away, as long as there are any. */
  boolean isCyclic() {
    Map<PythonFile, Integer> waitedFor = new HashMap<>();
    loading.values().forEach(files -> files.forEach(f -> waitedFor.merge(f, 1, Integer::sum)));
    Deque<PythonFile> free = new ArrayDeque<>(loading.keySet());
    free.removeIf(waitedFor::containsKey);
    int taken = 0;
    while (!free.isEmpty()) {
      taken++;
      for (PythonFile file : loading.getOrDefault(free.pop(), Set.of())) {
        if (waitedFor.merge(file, -1, Integer::sum) == 0) {
          free.push(file);
        }
      }
    }
    return taken < loading.size();
  }
}
