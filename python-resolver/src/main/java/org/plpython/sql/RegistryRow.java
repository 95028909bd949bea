package org.plpython.sql;

import java.util.List;
import java.util.Optional;

/**
 * What a deploy writes into the registry about one object; the server adds what it made of it.
 *
 * @param kind in SQL's words
 * @param identity as PostgreSQL writes it, always with its schema
 * @param declared its identity as its author writes it
 * @param table a trigger's, as SQL with its schema; empty text for others
 * @param name without schema and arguments
 * @param source the file that declares it, relative to its root
 * @param checksum of what is wanted, SHA-256
 * @param undeclared attributes that its author leaves to others
 * @param found what was there before the registry knew of it: the statements that make it, or empty
 *     text if nobody has them; nothing: it was not there
 * @param definition the statements that make it
 */
public record RegistryRow(
    String kind,
    String identity,
    String declared,
    String table,
    String name,
    String source,
    String checksum,
    List<String> undeclared,
    Optional<String> found,
    String definition) {
  public RegistryRow {
    undeclared = List.copyOf(undeclared);
  }
}
