package org.plpython.python;

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
    Clusters clusters = reach.clusters();
    for (Unit unit : reach.units) {
      affectedBy(unit, clusters).forEach(symbol -> symbol.affecting().add(unit));
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
    Clusters clusters = clusters();
    boolean grown = false;
    for (Unit unit : units) {
      for (Symbol symbol : affectedBy(unit, clusters)) {
        grown |= symbol.contents().addAll(unit.names().uses());
        grown |= symbol.contents().addAll(unit.names().binds());
      }
    }
    return grown;
  }

  /** All of them are found before the symbols' contents change. */
  private Clusters clusters() {
    Clusters clusters = new Clusters();
    units.forEach(unit -> unit.names().passes().forEach(clusters::add));
    return clusters;
  }

  private static Set<Symbol> affectedBy(Unit unit, Clusters clusters) {
    if (!unit.hasEffects() || unit.names().passes().isEmpty()) {
      return unit.names().binds();
    }
    Set<Symbol> affected = clusters.changeableFrom(unit.names().passes());
    affected.addAll(unit.names().binds());
    affected.addAll(unit.names().changes());
    return affected;
  }
}
