package org.plpython.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;

/** The package of this build, written into a folder of a test's. */
final class Project {
  static final Path ROOT = Path.of("../python-resolver/src/main/python").toAbsolutePath();
  static final Path LICENSE = Path.of("../LICENSE");
  static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  private Project() {}

  static PythonPackage read() {
    try {
      return PythonPackage.read(ROOT, LICENSE, "0.1.0-SNAPSHOT");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The wheel, in the folder. */
  static Path wheel(Path folder) {
    PythonPackage project = read();
    try {
      project.write(folder.resolve("package"), TIME);
      project.writeTree(folder.resolve("package/tree"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder.resolve("package").resolve(project.wheelName());
  }
}
