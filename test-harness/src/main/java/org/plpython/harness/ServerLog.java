package org.plpython.harness;

import java.util.List;

/**
 * What initdb and the server had to say.
 *
 * @param text the whole log
 */
record ServerLog(String text) {

  private static final int LAST_LINES = 20;

  /** A trace that a cause leaves in the log, and what the user can do about it. */
  private record Remedy(String trace, String advice) {}

  private static final List<Remedy> REMEDIES =
      List.of(
          new Remedy(
              "No space left on device",
              "Free some space in the temporary folder, or name another"
                  + " one with -Djava.io.tmpdir=FOLDER."),
          new Remedy(
              "could not look up effective user ID",
              "Give the user who runs the build an entry in /etc/passwd."),
          new Remedy(
              "error while loading shared libraries", "Install the library that the log names."),
          new Remedy(
              "invalid locale name",
              "Install the locale C.UTF-8, which is a part of the C library's packages."),
          new Remedy(
              "Permission denied",
              "Name a cache folder that programs can be run from with -D"
                  + CacheFolder.PROPERTY
                  + "=FOLDER."),
          new Remedy(
              "Address already in use",
              "Free some ports of 127.0.0.1: every one that was tried was taken."));

  private static final String OTHERWISE =
      "Mend what the log names, or name another server with -D"
          + ServerChoice.PROPERTY
          + "=local, =docker or =jdbc:postgresql://HOST/DATABASE.";

  boolean portWasTaken() {
    return text.contains("Address already in use");
  }

  /** An exception that shows the end of the log and says what to do. */
  PlPythonServerException failure(String what) {
    List<String> lines = text.lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    return new PlPythonServerException(
        what + " The end of its log:\n  " + String.join("\n  ", last) + "\n" + advice());
  }

  /** What to tell when the server does not start: that, or that this machine is too old. */
  RuntimeException startFailure(String what) {
    return text.contains("version `GLIBC_")
        ? new UnsupportedPlatformException("its glibc is too old for Python 3.14")
        : failure(what);
  }

  private String advice() {
    return REMEDIES.stream()
        .filter(remedy -> text.contains(remedy.trace()))
        .map(Remedy::advice)
        .findFirst()
        .orElse(OTHERWISE);
  }
}
