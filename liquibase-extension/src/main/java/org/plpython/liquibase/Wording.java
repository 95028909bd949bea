package org.plpython.liquibase;

import org.plpython.PlPythonException;
import org.plpython.settings.SettingWording;

/** Says in Liquibase's words what the command line says in its own. */
final class Wording {
  private static final SettingWording SETTINGS = new SettingWording(PlPythonSettings.LIQUIBASE);

  private Wording() {}

  static String of(PlPythonException refused) {
    return of(String.valueOf(refused.getMessage()));
  }

  /** The same text with settings in the place of options. */
  static String of(String text) {
    return SETTINGS.of(text);
  }
}
