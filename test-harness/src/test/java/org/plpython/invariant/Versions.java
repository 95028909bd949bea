package org.plpython.invariant;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Change;
import org.plpython.plan.Plan;

/** What became of objects in the course of several deploys. */
final class Versions {
  private final Map<String, DatabaseObject> latest = new HashMap<>();
  private final Map<String, String> namesOfIdentities = new HashMap<>();

  /** Names of objects that are gone, and of those that have taken their place. */
  private final Map<String, Optional<String>> successors = new HashMap<>();

  private static String name(DatabaseObject object) {
    return object.kind() + " " + object.identity();
  }

  /** After a deploy. */
  void add(List<DatabaseObject> objects, Plan done) {
    for (Change change : done.changes()) {
      Optional<String> after = change.after().map(target -> name(target.object()));
      before(change)
          .map(namesOfIdentities::remove)
          .ifPresent(before -> successors.put(before, after));
      after.ifPresent(name -> namesOfIdentities.put(change.item().toString(), name));
    }
    for (DatabaseObject object : objects) {
      successors.remove(name(object));
      latest.put(name(object), object);
    }
  }

  private static Optional<String> before(Change change) {
    if (change instanceof Change.Drop drop) {
      return Optional.of(drop.item().toString());
    }
    return change instanceof Change.Recreate recreate
        ? Optional.of(recreate.before().kind() + " " + recreate.before().identity())
        : Optional.empty();
  }

  /** Whether all of them are as they were in the end. */
  boolean areLatest(List<DatabaseObject> objects) {
    return objects.stream()
        .allMatch(
            object ->
                !successors.containsKey(name(object))
                    && latest(object).checksum().equals(object.checksum()));
  }

  /** What became of them, each once. */
  List<DatabaseObject> latest(List<DatabaseObject> objects) {
    Map<String, DatabaseObject> found = new LinkedHashMap<>();
    for (DatabaseObject object : objects) {
      Optional<String> name = Optional.of(name(object));
      while (name.isPresent() && successors.containsKey(name.get())) {
        name = successors.getOrDefault(name.get(), Optional.empty());
      }
      name.ifPresent(it -> found.put(it, latest.getOrDefault(it, object)));
    }
    return List.copyOf(found.values());
  }

  private DatabaseObject latest(DatabaseObject object) {
    return latest.getOrDefault(name(object), object);
  }
}
