package org.plpython.python;

import java.util.List;
import java.util.Set;
import org.plpython.python.Statement.Import;

/** Finds which statements of all files may affect which names when they are run. */
final class Reach {
  private final List<Unit> units;

  private Reach(List<Unit> units) {
    this.units = units.stream().filter(Unit::isRun).toList();
  }

  /** Tells every symbol what affects it: the statements of a file in its order. */
  static void find(List<Unit> units) {
    Reach reach = new Reach(units);
    reach.units.forEach(Reach::addVariables);
    reach.units.forEach(Reach::addChangesByCalls);
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
  private static void addVariables(Unit unit) {
    if (unit.bindsVariables()) {
      unit.names().binds().forEach(Symbol::makeVariable);
    }
    unit.names().stores().forEach(Symbol::makeVariable);
  }

  private static void addChangesByCalls(Unit unit) {
    for (Symbol symbol : unit.names().binds()) {
      symbol.changedByCall().addAll(unit.names().later());
      unit.names().handedLater().stream()
          .filter(Symbol::isVariable)
          .forEach(symbol.changedByCall()::add);
    }
  }

  /**
   * What a statement uses or binds may be found in the objects that it binds or changes, from then
   * on: what a function calls, functions in a registry. Of what an import binds each name leads to
   * its own origin only, which the linker has seen to.
   *
   * @return whether that was news
   */
  private boolean addContents() {
    Clusters clusters = clusters();
    boolean grown = false;
    for (Unit unit : units) {
      if (!(unit.statement() instanceof Import)) {
        for (Symbol symbol : affectedBy(unit, clusters)) {
          grown |= symbol.contents().addAll(unit.names().uses());
          grown |= symbol.contents().addAll(unit.names().binds());
        }
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
    Set<Symbol> affected =
        clusters.changedBy(unit.names().passes(), variable -> mayChange(unit, variable));
    affected.addAll(unit.names().binds());
    affected.addAll(unit.names().changes());
    return affected;
  }

  /**
   * A call may change whatever it reaches. In another file it is taken to do so where the statement
   * is there for nothing else or hands the object over itself; if not, where functions say so.
   */
  private static boolean mayChange(Unit unit, Symbol variable) {
    return variable.file() == unit.file()
        || unit.names().handed().contains(variable)
        || (unit.names().binds().isEmpty() && unit.calls());
  }
}
