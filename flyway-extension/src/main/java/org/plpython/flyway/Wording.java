package org.plpython.flyway;

import org.flywaydb.core.api.FlywayException;
import org.plpython.deploy.DeployException;
import org.plpython.settings.SettingWording;

/** Says in Flyway's words what the command line says in its own. */
final class Wording {
  private static final SettingWording WORDING = new SettingWording(PlPythonConfiguration.FLYWAY);

  private Wording() {}

  static String of(DeployException refused) {
    return of(String.valueOf(refused.getMessage()));
  }

  /** What Flyway is thrown for a deploy that is refused. */
  static FlywayException exception(DeployException refused) {
    return new FlywayException(of(refused), refused);
  }

  /** The same text with settings in the place of options. */
  static String of(String text) {
    return WORDING.of(text);
  }
}
