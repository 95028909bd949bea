package org.plpython.source;

import org.plpython.PlPythonException;

/** A source location that does not exist, holds no Python file, or cannot be read. */
public final class InvalidLocationException extends PlPythonException {
  private static final long serialVersionUID = 1L;

  InvalidLocationException(String message) {
    super(message);
  }

  InvalidLocationException(String message, Throwable cause) {
    super(message, cause);
  }
}
