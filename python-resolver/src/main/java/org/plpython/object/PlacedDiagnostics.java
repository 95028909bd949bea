package org.plpython.object;

import org.plpython.descriptor.Place;
import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.source.Diagnostics;

/** Reports types that do not fit where a descriptor names them. */
record PlacedDiagnostics(Place place, Diagnostics diagnostics) implements TypeResolver.Problems {

  @Override
  public void report(PythonFile file, Expression annotation, UnknownType problem) {
    place.report(diagnostics, problem.message(), problem.advice());
  }
}
