package org.plpython.plan;

import java.util.List;
import java.util.Optional;
import org.plpython.catalog.Installed;
import org.plpython.catalog.Registered;

/** What becomes of one object, before anybody has looked at what hangs on it. */
sealed interface Decision {

  /** It is there as it shall be, and the registry does not say so yet. */
  record Note(Target target, Installed before) implements Decision {}

  /** The database gets it. */
  record Make(Target target, Reason reason, List<String> overloads) implements Decision {}

  /**
   * It becomes another one.
   *
   * @param isDropped whether it has to be dropped before
   */
  record Alter(
      Target target,
      Installed before,
      Reason reason,
      List<Difference> differences,
      boolean isDropped)
      implements Decision {}

  /**
   * The sources no longer hold it.
   *
   * @param before empty: the database does not hold it either
   */
  record Remove(Registered row, Optional<Installed> before) implements Decision {}
}
