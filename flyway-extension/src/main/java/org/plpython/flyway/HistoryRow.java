package org.plpython.flyway;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of Flyway's schema history.
 *
 * @param version null: it is repeatable
 * @param checksum null: it has none
 */
record HistoryRow(
    int rank,
    @Nullable String version,
    String description,
    String type,
    String script,
    @Nullable Integer checksum) {
  private static final Pattern OURS =
      Pattern.compile(
          "(?:~ )?(?:aggregate|event trigger|function|procedure|trigger) .+", Pattern.DOTALL);

  /** Whether it tells of an object of ours, present or removed. */
  boolean isObject() {
    return version == null
        && checksum != null
        && type.equals("CUSTOM")
        && OURS.matcher(description).matches();
  }

  /** Whether it tells of a Python file that ran. */
  boolean isPythonScript() {
    return version != null && type.equals("CUSTOM") && script.endsWith(".py");
  }

  /** The file that holds its object, or held it. */
  String source() {
    return script.replace(AbsentMigration.REMOVED, "").replace(AbsentMigration.DEFERRED, "");
  }

  /** Whether it tells that an object was removed. */
  boolean isRemoval() {
    return script.startsWith(AbsentMigration.REMOVED);
  }

  /** Whether it tells that an object is to be removed by a later deploy. */
  boolean isDeferral() {
    return script.startsWith(AbsentMigration.DEFERRED);
  }
}
