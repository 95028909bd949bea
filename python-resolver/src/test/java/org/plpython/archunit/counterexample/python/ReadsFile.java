package org.plpython.archunit.counterexample.python;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file, and is not the package that may. */
public final class ReadsFile {
  private ReadsFile() {}

  static boolean exists(Path path) {
    return Files.exists(path);
  }
}
