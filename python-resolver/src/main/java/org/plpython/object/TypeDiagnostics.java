package org.plpython.object;

import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.source.Diagnostics;

/** Reports unknown types where their annotations stand. */
record TypeDiagnostics(Diagnostics diagnostics) implements TypeResolver.Problems {

  @Override
  public void report(PythonFile file, Expression annotation, UnknownType problem) {
    diagnostics.report(file.source(), annotation.position(), problem.message(), problem.advice());
  }
}
