package org.plpython.plan;

import java.util.List;
import java.util.Optional;
import org.plpython.object.DatabaseObject;

/**
 * An object that the database shall hold, with its names as the server resolves them.
 *
 * @param object as its author declares it
 * @param schema its own, or its table's; empty text for an event trigger
 * @param name without schema and arguments
 * @param identity as PostgreSQL writes it, always with its schema
 * @param table a trigger's, as SQL with its schema
 * @param undeclared names of the attributes that its author leaves to others
 */
public record Target(
    DatabaseObject object,
    String schema,
    String name,
    String identity,
    Optional<String> table,
    List<String> undeclared) {
  public Target {
    undeclared = List.copyOf(undeclared);
  }

  /** As reports name it. */
  public Item item() {
    return new Item(object.kind(), identity, object.origin().file().path());
  }
}
