package org.plpython.harness;

/**
 * The embedded server does not run on this machine. The message is one sentence that says why and
 * what to do instead; nothing was unpacked or started.
 */
public final class UnsupportedPlatformException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String ADVICE =
      "; run on Linux x86-64 with glibc 2.35 or later, or give your tests the JDBC URL of a"
          + " PostgreSQL where plpython3u is installed.";

  UnsupportedPlatformException(String reason) {
    super("The embedded PostgreSQL does not run here: " + reason + ADVICE);
  }
}
