package org.plpython.report;

import org.plpython.plan.Change;
import org.plpython.plan.Difference;

/** What all reports want to know of changes. */
final class Changes {
  /** A routine's body, whose values are long texts. */
  static final String BODY = "body";

  private Changes() {}

  /** Whether what is dropped has another kind or identity than what is made. */
  static boolean isRenamed(Change.Recreate change) {
    return !previous(change).equals(change.item().toString());
  }

  /** What is dropped. */
  static String previous(Change.Recreate change) {
    return change.before().kind() + " " + change.before().identity();
  }

  /** Whether its values want more than a line. */
  static boolean isLong(Difference difference) {
    return difference.attribute().equals(BODY)
        || difference.before().contains("\n")
        || difference.after().contains("\n");
  }
}
