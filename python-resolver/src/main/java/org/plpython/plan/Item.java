package org.plpython.plan;

import org.plpython.object.DatabaseObject;

/**
 * An object as reports name it.
 *
 * @param kind in SQL's words: {@code function}
 * @param identity as PostgreSQL writes it, always with its schema
 * @param source the file that declares it, relative to its root
 */
public record Item(String kind, String identity, String source) {
  /** An object that no database has been asked for, as its author writes it. */
  public static Item of(DatabaseObject object) {
    return new Item(object.kind(), object.identity(), object.origin().file().path());
  }

  @Override
  public String toString() {
    return kind + " " + identity;
  }
}
