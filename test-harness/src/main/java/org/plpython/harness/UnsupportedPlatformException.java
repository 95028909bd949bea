package org.plpython.harness;

/**
 * The embedded server does not run on this machine. The message says why and what to do instead;
 * nothing was unpacked or started.
 */
public final class UnsupportedPlatformException extends RuntimeException {

  static final String PLATFORMS = "Linux x86-64 or arm64 with glibc 2.35 or later";

  private static final long serialVersionUID = 1L;

  private final String reason;

  UnsupportedPlatformException(String reason) {
    super(
        "The embedded PostgreSQL does not run here: "
            + reason
            + ". It runs on "
            + PLATFORMS
            + ". Name another server with -D"
            + ServerChoice.PROPERTY
            + "=local, =docker or =jdbc:postgresql://HOST/DATABASE.");
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
