package org.plpython.object;

import org.plpython.descriptor.Place;
import org.plpython.source.Diagnostics;

/** Checks names before PostgreSQL cuts them silently. */
final class NameLength {
  private final Diagnostics diagnostics;

  NameLength(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Reports a name that PostgreSQL would not keep whole. */
  void check(Place place, String what, String name) {
    if (!Identifier.isKeptWhole(name)) {
      place.report(
          diagnostics,
          "the " + what + "'s name is longer than " + Identifier.LONGEST_BYTES + " bytes",
          "PostgreSQL would cut it to '"
              + name.substring(0, Math.min(name.length(), Identifier.LONGEST_BYTES))
              + "'. Choose a shorter one.");
    }
  }
}
