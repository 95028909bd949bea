package org.plpython.plan;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plpython.object.DatabaseObject;

/**
 * An object that the database shall hold, with its names as the server resolves them.
 *
 * @param object as its author declares it
 * @param schema its own, or its table's; empty text for an event trigger
 * @param name without schema and arguments
 * @param identity as PostgreSQL writes it, always with its schema
 * @param table a trigger's, as SQL with its schema
 * @param attributes what the database's will be, as the catalog writes them; those only that its
 *     author declares, or that PostgreSQL sets where he declares nothing
 * @param undeclared names of the attributes that he leaves to others
 */
public record Target(
    DatabaseObject object,
    String schema,
    String name,
    String identity,
    Optional<String> table,
    SortedMap<String, String> attributes,
    List<String> undeclared) {
  public Target {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    undeclared = List.copyOf(undeclared);
  }

  /** As reports name it. */
  public Item item() {
    return new Item(object.kind(), identity, object.origin().file().path());
  }
}
