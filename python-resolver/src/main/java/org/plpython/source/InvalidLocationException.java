package org.plpython.source;

import org.plpython.PlPythonException;

/** A source location that does not exist, holds no Python file, or cannot be read. */
public final class InvalidLocationException extends PlPythonException {
  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public InvalidLocationException(String message) {
    super(message);
  }

  /** With a message for the user and what lies behind it. */
  public InvalidLocationException(String message, Throwable cause) {
    super(message, cause);
  }
}
