package org.plpython.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a top-level statement does with the file's global names. All but those that are bound stand
 * with the attributes that are taken of them, {@code prices.RATES}: they may be modules.
 *
 * @param binds names it binds, rebinds or deletes
 * @param uses names that it, or code inside it that runs later, refers to
 * @param stores names that it stores into: {@code a.b} in {@code a.b = 1}, {@code a[0] = 1}
 * @param receivers names of objects whose methods it calls: {@code a} in {@code a.b(1)}
 * @param passes names that it evaluates where something is called that may change their objects
 * @param handed those of them that are not only what is called
 * @param later names that functions in it rebind, store into or call methods of when they are
 *     called
 * @param handedLater names that functions in it hand to a call when they are called
 * @param imports what it imports, code inside it that runs later too, in the order of the text
 */
public record Names(
    Set<String> binds,
    Set<String> uses,
    Set<String> stores,
    Set<String> receivers,
    Set<String> passes,
    Set<String> handed,
    Set<String> later,
    Set<String> handedLater,
    List<ImportClause> imports) {

  public Names {
    binds = Set.copyOf(binds);
    uses = Set.copyOf(uses);
    stores = Set.copyOf(stores);
    receivers = Set.copyOf(receivers);
    passes = Set.copyOf(passes);
    handed = Set.copyOf(handed);
    later = Set.copyOf(later);
    handedLater = Set.copyOf(handedLater);
    imports = imports.stream().sorted(ImportClause.ORDER).toList();
  }

  /** What two statements do together. */
  Names and(Names other) {
    return new Names(
        union(binds, other.binds),
        union(uses, other.uses),
        union(stores, other.stores),
        union(receivers, other.receivers),
        union(passes, other.passes),
        union(handed, other.handed),
        union(later, other.later),
        union(handedLater, other.handedLater),
        joined(imports, other.imports));
  }

  private static List<ImportClause> joined(List<ImportClause> some, List<ImportClause> others) {
    List<ImportClause> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
