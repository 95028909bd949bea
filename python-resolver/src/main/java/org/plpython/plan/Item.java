package org.plpython.plan;

/**
 * An object as reports name it.
 *
 * @param kind in SQL's words: {@code function}
 * @param identity as PostgreSQL writes it, always with its schema
 * @param source the file that declares it, relative to its root
 */
public record Item(String kind, String identity, String source) {
  @Override
  public String toString() {
    return kind + " " + identity;
  }
}
