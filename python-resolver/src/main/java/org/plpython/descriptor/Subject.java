package org.plpython.descriptor;

import java.util.Optional;
import org.plpython.descriptor.Declaration.Body;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement.Function;

/** What options are about: a function of a file, or a body. */
record Subject(PythonFile file, Function function, Optional<Body> body) {

  /** A function that is installed as a module's. */
  static Subject of(PythonFile file, Function function) {
    return new Subject(file, function, Optional.empty());
  }
}
