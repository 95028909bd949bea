package org.plpython.deploy;

import java.util.ArrayList;
import java.util.List;
import org.plpython.object.Aggregate;
import org.plpython.object.DatabaseObject;
import org.plpython.object.EventTrigger;
import org.plpython.object.Trigger;

/** Which objects of the sources cannot be without which others. */
public final class Needs {
  private Needs() {}

  /** What an object cannot be without: a trigger its function. */
  static List<DatabaseObject> of(DatabaseObject object) {
    List<DatabaseObject> needed = new ArrayList<>();
    if (object instanceof Trigger trigger) {
      needed.add(trigger.function());
    } else if (object instanceof EventTrigger trigger) {
      needed.add(trigger.function());
    } else if (object instanceof Aggregate aggregate) {
      needed.add(aggregate.state());
      aggregate.finalFunction().ifPresent(needed::add);
      aggregate.combineFunction().ifPresent(needed::add);
    }
    return needed;
  }

  /** Objects with all that they need, each once. */
  public static List<DatabaseObject> with(List<DatabaseObject> objects) {
    List<DatabaseObject> all = new ArrayList<>();
    for (DatabaseObject object : objects) {
      of(object).stream().filter(it -> !holds(all, it)).forEach(all::add);
      if (!holds(all, object)) {
        all.add(object);
      }
    }
    return all;
  }

  /** Objects, with those of others that need one of them. */
  static List<DatabaseObject> withDependents(
      List<DatabaseObject> objects, List<DatabaseObject> others) {
    return objects.isEmpty()
        ? List.of()
        : others.stream()
            .filter(
                it ->
                    holds(objects, it)
                        || of(it).stream().anyMatch(needed -> holds(objects, needed)))
            .toList();
  }

  private static boolean holds(List<DatabaseObject> objects, DatabaseObject object) {
    return objects.stream()
        .anyMatch(it -> it.kind().equals(object.kind()) && it.identity().equals(object.identity()));
  }
}
