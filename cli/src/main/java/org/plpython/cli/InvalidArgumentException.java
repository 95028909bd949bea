package org.plpython.cli;

import org.plpython.PlPythonException;

/** An argument of the command line that cannot be used. */
final class InvalidArgumentException extends PlPythonException {
  private static final long serialVersionUID = 1L;

  InvalidArgumentException(String message) {
    super(message);
  }
}
