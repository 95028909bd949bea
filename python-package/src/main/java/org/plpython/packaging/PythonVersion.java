package org.plpython.packaging;

import java.util.regex.Pattern;

/** A version as PEP 440 writes it. */
record PythonVersion(String text) {
  private static final Pattern RELEASE = Pattern.compile("[0-9]+(\\.[0-9]+)*");
  private static final String SNAPSHOT = "-SNAPSHOT";

  /**
   * Maven's version: a snapshot is a development release, {@code 0.1.0.dev0}.
   *
   * @throws InvalidPackageException if it is neither a release's nor a snapshot's
   */
  static PythonVersion ofMaven(String version) {
    boolean isSnapshot = version.endsWith(SNAPSHOT);
    String release =
        isSnapshot ? version.substring(0, version.length() - SNAPSHOT.length()) : version;
    if (!RELEASE.matcher(release).matches()) {
      throw new InvalidPackageException(
          "Maven's version " + version + " is none of Python's: write 1.2.3 or 1.2.3-SNAPSHOT.");
    }
    return new PythonVersion(isSnapshot ? release + ".dev0" : release);
  }
}
