package org.plpython.descriptor;

import java.util.Objects;
import org.plpython.python.PythonFile;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;
import org.plpython.source.SourceFile;

/**
 * Where something is declared: at a decorator, or in an entry of a descriptor.
 *
 * @param notation of what is written there
 */
public record Place(SourceFile file, Position position, Notation notation) {
  public Place {
    Objects.requireNonNull(file);
    Objects.requireNonNull(position);
    Objects.requireNonNull(notation);
  }

  /** A place in Python, which may be a descriptor's bodies. */
  public static Place of(PythonFile file, Position position) {
    SourceFile source = file.source();
    return new Place(
        source, position, source.isDescriptor() ? Notation.DESCRIPTOR : Notation.DECORATOR);
  }

  /** Somewhere else in the same declaration. */
  public Place at(Position other) {
    return new Place(file, other, notation);
  }

  /** Reports a mistake here; the texts are worded for decorators. */
  public void report(Diagnostics diagnostics, String message, String advice) {
    diagnostics.report(file, position, notation.of(message), notation.of(advice));
  }

  /** {@code file:line}, as messages name it. */
  @Override
  public String toString() {
    return file.displayPath() + ":" + position.line();
  }
}
