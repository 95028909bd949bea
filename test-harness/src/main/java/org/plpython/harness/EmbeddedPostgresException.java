package org.plpython.harness;

/**
 * The embedded server could not be unpacked, started or used. The message says what to do, and
 * where initdb or the server failed it holds the last lines of their log.
 */
public final class EmbeddedPostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EmbeddedPostgresException(String message) {
    super(message);
  }

  EmbeddedPostgresException(String message, Throwable cause) {
    super(message, cause);
  }
}
