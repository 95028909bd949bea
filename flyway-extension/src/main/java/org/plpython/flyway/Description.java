package org.plpython.flyway;

import org.plpython.catalog.Registered;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Install;
import org.plpython.object.ShortName;

/**
 * What Flyway knows a repeatable migration by. It depends on nothing but the object's identity: not
 * on its file, not on its place in an order.
 */
final class Description {
  /** The width of the history's column; Flyway would cut what is longer. */
  private static final int LONGEST = 200;

  /** Sorts after what other repeatable migrations begin with. */
  static final String LATE = "~ ";

  private Description() {}

  static String of(DatabaseObject object) {
    String late = object.install() == Install.LATE ? LATE : "";
    return of(late + object.kind() + " " + object.identity());
  }

  /** Of what the registry has. */
  static String of(Registered object) {
    return of(object.kind() + " " + object.declared());
  }

  /** The same for an object whenever it is installed. */
  static String withoutTurn(String description) {
    return description.startsWith(LATE) ? description.substring(LATE.length()) : description;
  }

  private static String of(String whole) {
    return ShortName.of(whole, LONGEST);
  }
}
