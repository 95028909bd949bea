package org.plpython.flyway;

import org.plpython.object.Checksum;
import org.plpython.object.DatabaseObject;

/**
 * What Flyway knows a repeatable migration by. It depends on nothing but the object's identity: not
 * on its file, not on its place in an order.
 */
final class Description {
  /** The width of the history's column; Flyway would cut what is longer. */
  private static final int LONGEST = 200;

  private Description() {}

  static String of(DatabaseObject object) {
    String whole = object.kind() + " " + object.identity();
    if (whole.length() <= LONGEST) {
      return whole;
    }
    String hash = " " + Checksum.ofText(whole).shortened();
    return whole.substring(0, LONGEST - hash.length()) + hash;
  }
}
