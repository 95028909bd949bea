package org.plpython.python;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a top-level statement does with the file's global names.
 *
 * @param binds names it binds, rebinds or deletes
 * @param uses names that it, or code inside it that runs later, refers to
 * @param stores names of objects that it stores into: {@code a} in {@code a.b = 1}
 * @param passes names that it evaluates where they may be changed by a call when it runs: {@code
 *     words} in {@code words.append(word)} and {@code register} in {@code register(words)}
 */
public record Names(Set<String> binds, Set<String> uses, Set<String> stores, Set<String> passes) {
  /** No names at all. */
  static final Names NONE = new Names(Set.of(), Set.of(), Set.of(), Set.of());

  public Names {
    binds = Set.copyOf(binds);
    uses = Set.copyOf(uses);
    stores = Set.copyOf(stores);
    passes = Set.copyOf(passes);
  }

  /** What two statements do together. */
  Names and(Names other) {
    return new Names(
        union(binds, other.binds),
        union(uses, other.uses),
        union(stores, other.stores),
        union(passes, other.passes));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
