package org.plpython.cli;

import org.plpython.PlPythonException;

/** A database that cannot be worked with: nothing answers, it refuses, or it was lost. */
final class NoConnectionException extends PlPythonException {
  private static final long serialVersionUID = 1L;

  /** Without a cause: the driver's texts are of the JVM's language, and may quote the URL. */
  NoConnectionException(String message) {
    super(message);
  }
}
