package org.plpython.flyway;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plpython.object.Checksum;

/**
 * A repeatable migration in the place of one whose object is no longer in the sources: Flyway would
 * miss it otherwise. It removes the object, or tells that a later deploy will, or leaves everything
 * as it is, as it does in an earlier release than the one that deployed last.
 */
final class AbsentMigration extends RepeatableMigration {
  /** How the scripts of those begin that remove. */
  static final String REMOVED = "removed: ";

  /** How the scripts of those begin that leave it to a later deploy. */
  static final String DEFERRED = "to be removed by a later deploy: ";

  /** The same for all, as what is removed has no content. */
  private static final int REMOVED_CHECKSUM = Checksum.ofText("removed").crc32();

  /** What becomes of the object. */
  enum Fate {
    REMOVED,
    DEFERRED,
    KEPT
  }

  private final Fate fate;
  private final String script;
  private final @Nullable Integer checksum;

  /**
   * In the place of a row.
   *
   * @param source the file that held it
   * @param last the row; empty: there is none
   */
  AbsentMigration(
      Run run, String description, Fate fate, String source, Optional<HistoryRow> last) {
    super(run, description);
    this.fate = fate;
    this.script =
        switch (fate) {
          case REMOVED -> REMOVED + source;
          case DEFERRED -> DEFERRED + source;
          case KEPT -> last.map(HistoryRow::script).orElse(source);
        };
    this.checksum =
        switch (fate) {
          case REMOVED -> REMOVED_CHECKSUM;
          case DEFERRED -> deferral(run.release());
          case KEPT -> last.map(HistoryRow::checksum).orElse(null);
        };
  }

  /** The checksum of those that leave the removal to the deploy after the one of a release. */
  static int deferral(String release) {
    return Checksum.ofText(DEFERRED + release).crc32();
  }

  @Override
  public String getScript() {
    return script;
  }

  @Override
  public @Nullable Integer getChecksum() {
    return checksum;
  }

  @Override
  public String getPhysicalLocation() {
    return script;
  }

  @Override
  public boolean checksumMatches(@Nullable Integer applied) {
    return fate == Fate.KEPT || Objects.equals(applied, checksum);
  }
}
