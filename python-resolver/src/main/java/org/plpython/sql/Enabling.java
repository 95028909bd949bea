package org.plpython.sql;

import org.plpython.descriptor.EnabledState;

/** The words that ALTER TABLE and ALTER EVENT TRIGGER have for a trigger's state. */
final class Enabling {
  private Enabling() {}

  static String of(EnabledState state) {
    return switch (state) {
      case ORIGIN -> "ENABLE";
      case ALWAYS, REPLICA -> "ENABLE " + state;
      case DISABLED -> "DISABLE";
    };
  }

  /** The state that the catalogs write as one letter; the manual's pg_trigger. */
  static EnabledState inCatalog(String letter) {
    return switch (letter) {
      case "O" -> EnabledState.ORIGIN;
      case "A" -> EnabledState.ALWAYS;
      case "R" -> EnabledState.REPLICA;
      case "D" -> EnabledState.DISABLED;
      default -> throw new IllegalStateException("no such state of a trigger: " + letter);
    };
  }
}
