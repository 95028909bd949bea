package org.plpython.python;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds which statements of all files may affect which names when they are run. */
final class Reach {
  private final List<Unit> units;

  private Reach(List<Unit> units) {
    this.units = units.stream().filter(Unit::isRun).toList();
  }

  /** Tells every symbol what affects it: the statements of a file in its order. */
  static void find(List<Unit> units) {
    Reach reach = new Reach(units);
    reach.units.forEach(Reach::addBindings);
    while (reach.addContents()) {
      // What was put into an object may reach further objects, and so on.
    }
    for (Unit unit : reach.units) {
      affectedBy(unit).forEach(symbol -> symbol.affecting().add(unit));
    }
  }

  /**
   * Variables are what a call may change: names bound to what is no constant, classes, and whatever
   * something stores into.
   */
  private static void addBindings(Unit unit) {
    for (Symbol symbol : unit.names().binds()) {
      symbol.changedByCall().addAll(unit.names().later());
      if (unit.bindsVariables()) {
        symbol.markVariable();
      }
    }
    unit.names().stores().forEach(Symbol::markVariable);
  }

  /**
   * What a statement uses or binds may be found in the objects that it binds or changes, from then
   * on: what a function calls, functions in a registry.
   *
   * @return whether that was news
   */
  private boolean addContents() {
    boolean grown = false;
    for (Unit unit : units) {
      for (Symbol symbol : affectedBy(unit)) {
        grown |= symbol.contents().addAll(unit.names().uses());
        grown |= symbol.contents().addAll(unit.names().binds());
      }
    }
    return grown;
  }

  private static Set<Symbol> affectedBy(Unit unit) {
    if (!unit.hasEffects() || unit.names().passes().isEmpty()) {
      return unit.names().binds();
    }
    Set<Symbol> affected = new HashSet<>(unit.names().binds());
    affected.addAll(unit.names().changes());
    for (Symbol symbol : reachedFrom(unit.names().passes())) {
      if (symbol.isVariable()) {
        affected.add(symbol);
      }
      affected.addAll(symbol.changedByCall());
    }
    return affected;
  }

  private static Set<Symbol> reachedFrom(Collection<Symbol> symbols) {
    Set<Symbol> reached = new HashSet<>(symbols);
    Deque<Symbol> open = new ArrayDeque<>(symbols);
    while (!open.isEmpty()) {
      for (Symbol symbol : open.pop().contents()) {
        if (reached.add(symbol)) {
          open.push(symbol);
        }
      }
    }
    return reached;
  }
}
