package org.plpython.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who runs the server: PostgreSQL refuses to be run by root. */
enum ServerAccount {
  /** The user who runs the JVM, an ordinary one. */
  OWN,
  /** Root without a name or a privilege, though still the owner of root's files. */
  USER_NAMESPACE,
  /** The user nobody, for containers where root may not make a user namespace. */
  NOBODY;

  /**
   * The first account that works on this machine.
   *
   * @throws PlPythonServerException when the JVM is run by root and can be nobody else
   */
  static ServerAccount detect() {
    if (!isRoot()) {
      return OWN;
    }
    if (USER_NAMESPACE.runs("test \"$(id -u)\" -ne 0")) {
      return USER_NAMESPACE;
    }
    if (NOBODY.runs("test \"$(id -u)\" -ne 0")) {
      return NOBODY;
    }
    throw new PlPythonServerException(
        "PostgreSQL refuses to be run by root, and neither 'unshare -U' nor 'setpriv' works here:"
            + " run the build as an ordinary user");
  }

  /** The words that go before a command. */
  List<String> wrapper() {
    return switch (this) {
      case OWN -> List.of();
      case USER_NAMESPACE -> List.of("unshare", "-U");
      case NOBODY -> List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    };
  }

  /** Whether this account can enter a folder, or will be able to once root has made it. */
  boolean canEnter(Path folder) {
    Path existing = folder;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    return this != NOBODY || (existing != null && runs("test -x \"$1\"", existing.toString()));
  }

  /** Whom the server's directory is to be given to, as in chown; empty: the JVM's user keeps it. */
  String directoryOwner() {
    return this == NOBODY ? "65534:65534" : "";
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean runs(String script, String... arguments) {
    List<String> command = new ArrayList<>(wrapper());
    command.addAll(List.of("sh", "-c", script, "sh"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlPythonServerException("Interrupted while looking for an account", e);
    }
  }
}
