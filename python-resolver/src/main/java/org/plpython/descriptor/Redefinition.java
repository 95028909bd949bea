package org.plpython.descriptor;

import java.util.List;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement;
import org.plpython.python.Statement.Function;
import org.plpython.source.Diagnostics;

/** Finds functions that are not what their names stand for in the end. */
final class Redefinition {
  private Redefinition() {}

  /** Python would call the last definition under each of their names. */
  static void refuse(PythonFile file, Function function, Diagnostics diagnostics) {
    List<Statement> binding = file.binding(function.name());
    Statement last = binding.get(binding.size() - 1);
    if (last != function && !(last instanceof Statement.Other)) {
      diagnostics.report(
          file.source(),
          function.position(),
          "'" + function.name() + "' is defined again in line " + last.lines().last(),
          "Give the two different names. The option name= gives both the same name in the"
              + " database, where their arguments tell them apart.");
    }
  }
}
