package org.plpython.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.catalog.Registered;
import org.plpython.plan.Decision.Remove;
import org.plpython.plan.PlanSettings.Removal;

/**
 * Which of the project's objects that the sources no longer hold are removed. A misspelt folder
 * must not empty a database.
 */
final class Removals {
  private final List<Remove> removed = new ArrayList<>();
  private final List<Item> kept = new ArrayList<>();
  private final Optional<Refusal> refusal;

  /**
   * Decides.
   *
   * @param staying how many objects of the project are in the sources
   */
  Removals(List<Remove> gone, long staying, Removal settings) {
    for (Remove remove : gone) {
      if (settings.covers(remove.row())) {
        removed.add(remove);
      } else if (remove.before().isPresent()) {
        kept.add(item(remove.row()));
      }
    }
    long dropped = removed.stream().filter(it -> it.before().isPresent()).count();
    refusal = settings.refusal(dropped, staying);
  }

  static Item item(Registered row) {
    return new Item(row.kind(), row.identity(), row.source());
  }

  List<Remove> removed() {
    return removed;
  }

  List<Item> kept() {
    return kept;
  }

  Optional<Refusal> refusal() {
    return refusal;
  }
}
