package org.plpython.object;

import org.plpython.source.Diagnostics;
import org.plpython.source.Position;
import org.plpython.source.SourceFile;

/** Checks names before PostgreSQL cuts them silently. */
final class NameLength {
  private final SourceFile file;
  private final Diagnostics diagnostics;

  NameLength(SourceFile file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  /** Reports a name that PostgreSQL would not keep whole. */
  void check(Position position, String what, String name) {
    if (!Identifier.isKeptWhole(name)) {
      diagnostics.report(
          file,
          position,
          "the " + what + "'s name is longer than " + Identifier.LONGEST_BYTES + " bytes",
          "PostgreSQL would cut it to '"
              + name.substring(0, Math.min(name.length(), Identifier.LONGEST_BYTES))
              + "'. Choose a shorter one.");
    }
  }
}
