package org.plpython.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plpython.catalog.Dependent;
import org.plpython.catalog.Installed;

/** The order in which objects are dropped: what hangs on others in the database goes first. */
final class DropOrder {
  private final Map<Long, List<Dependent>> dependents;
  private final Map<String, Change> dropped = new LinkedHashMap<>();
  private final Set<Change> early = new LinkedHashSet<>();
  private final Set<Change> late = new LinkedHashSet<>();

  /**
   * For all changes.
   *
   * @param dependents by the oid of what is dropped
   */
  DropOrder(List<Change> changes, Map<Long, List<Dependent>> dependents) {
    this.dependents = dependents;
    List<Change> backwards = new ArrayList<>(CreationOrder.of(changes, Change.class));
    Collections.reverse(backwards);
    for (Change change : backwards) {
      before(change).ifPresent(it -> dropped.put(it.kind() + " " + it.identity(), change));
    }
    dropped.values().stream()
        .filter(Change.Recreate.class::isInstance)
        .forEach(it -> add(it, early, Set.of()));
    dropped.values().forEach(it -> add(it, late, Set.of()));
  }

  /** What is made again, and what hangs on it: has to go before anything is made. */
  Set<Change> early() {
    return early;
  }

  /** The rest, which others may use until they are replaced. */
  Set<Change> late() {
    return late;
  }

  static Optional<Installed> before(Change change) {
    if (change instanceof Change.Recreate recreate) {
      return Optional.of(recreate.before());
    }
    return change instanceof Change.Drop drop ? Optional.of(drop.before()) : Optional.empty();
  }

  private void add(Change change, Set<Change> order, Set<Change> waiting) {
    if (waiting.contains(change) || early.contains(change) || late.contains(change)) {
      return;
    }
    Set<Change> all = new LinkedHashSet<>(waiting);
    all.add(change);
    for (Dependent hanging :
        dependents.getOrDefault(before(change).orElseThrow().oid(), List.of())) {
      Change other = dropped.get(Refusals.name(hanging));
      if (other != null) {
        add(other, order, all);
      }
    }
    order.add(change);
  }
}
