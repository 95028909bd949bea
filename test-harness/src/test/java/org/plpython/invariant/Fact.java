package org.plpython.invariant;

import java.util.Comparator;

/**
 * An attribute of an object.
 *
 * @param subject kind and identity of the object
 * @param attribute a column of a catalog, most often
 */
record Fact(String subject, String attribute, String value) implements Comparable<Fact> {
  private static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::subject).thenComparing(Fact::attribute).thenComparing(Fact::value);

  @Override
  public int compareTo(Fact other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return subject + ": " + attribute + " = " + value;
  }
}
