package org.plpython.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plpython.catalog.Dependent;

/** The order in which objects are dropped: what hangs on others in the database goes first. */
final class DropOrder {
  private final Map<Long, List<Dependent>> dependents;
  private final Map<String, Change> dropped = new LinkedHashMap<>();
  private final Set<Change> visited = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Change> early = new ArrayList<>();
  private final List<Change> late = new ArrayList<>();

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
      if (!(change instanceof Change.Replace)) {
        change.present().ifPresent(it -> dropped.put(it.kind() + " " + it.identity(), change));
      }
    }
    dropped.values().stream()
        .filter(Change.Recreate.class::isInstance)
        .forEach(it -> add(it, early));
    dropped.values().forEach(it -> add(it, late));
  }

  /** What is made again, and what hangs on it: has to go before anything is made. */
  List<Change> early() {
    return early;
  }

  /** The rest, which others may use until they are replaced. */
  List<Change> late() {
    return late;
  }

  private void add(Change change, List<Change> order) {
    if (visited.add(change)) {
      long oid = change.present().orElseThrow().oid();
      for (Dependent hanging : dependents.getOrDefault(oid, List.of())) {
        Change other = dropped.get(Refusals.name(hanging));
        if (other != null) {
          add(other, order);
        }
      }
      order.add(change);
    }
  }
}
