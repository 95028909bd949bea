package org.plpython.packaging;

/** The package's sources do not fit together; the message says what to do. */
final class InvalidPackageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidPackageException(String message) {
    super(message);
  }
}
