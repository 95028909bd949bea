package org.plpython.flyway;

import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.plpython.object.ScriptFile;
import org.plpython.source.Diagnostics;
import org.plpython.source.InvalidSourceException;

/** The scripts that have not run yet: their mistakes are told before anything else runs. */
final class PendingScripts {
  private PendingScripts() {}

  /**
   * Looks up what they import. One that comes late, below others that have run, is looked at when
   * it runs.
   *
   * @throws InvalidSourceException if the sources do not have that; it shows all of it
   */
  static void check(List<ScriptFile> scripts, History history, Configuration configuration) {
    Optional<MigrationVersion> last =
        history
            .last()
            .or(
                () ->
                    configuration.isBaselineOnMigrate()
                        ? Optional.of(configuration.getBaselineVersion())
                        : Optional.empty());
    Diagnostics diagnostics = new Diagnostics();
    for (ScriptFile script : scripts) {
      MigrationVersion version = MigrationVersion.fromVersion(script.name().version());
      if (last.isEmpty() || version.compareTo(last.get()) > 0) {
        check(script, diagnostics);
      }
    }
    diagnostics.throwIfAny();
  }

  private static void check(ScriptFile script, Diagnostics diagnostics) {
    try {
      script.script();
    } catch (InvalidSourceException mistakes) {
      diagnostics.addAll(mistakes.diagnostics());
    }
  }
}
