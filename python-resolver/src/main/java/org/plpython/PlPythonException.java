package org.plpython;

/**
 * Something the user can mend: a mistake in a source, a wrong setting, a server that lacks
 * something. Its message says where, what, and what to do. Bugs of ours are {@link
 * IllegalStateException}s instead.
 */
public abstract class PlPythonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  protected PlPythonException(String message) {
    super(message);
  }

  /** With a message for the user and what lies behind it. */
  protected PlPythonException(String message, Throwable cause) {
    super(message, cause);
  }
}
