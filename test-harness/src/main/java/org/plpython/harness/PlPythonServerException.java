package org.plpython.harness;

/**
 * A server could not be unpacked, started or used. The message says what to do, and where initdb or
 * the server failed it holds the last lines of their log.
 */
public final class PlPythonServerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PlPythonServerException(String message) {
    super(message);
  }

  PlPythonServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
