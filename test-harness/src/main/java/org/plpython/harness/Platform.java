package org.plpython.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * What decides whether the binaries run on this machine.
 *
 * @param os the name of the operating system as Java gives it
 * @param architecture the processor as Java gives it
 * @param glibc whether the loader that the binaries name is there; with musl it is not
 */
record Platform(String os, String architecture, boolean glibc) {

  private static final Path LOADER = Path.of("/lib64/ld-linux-x86-64.so.2");
  private static final Set<String> X86_64 = Set.of("amd64", "x86_64");

  static Platform current() {
    return new Platform(
        System.getProperty("os.name", "unknown"),
        System.getProperty("os.arch", "unknown"),
        Files.exists(LOADER));
  }

  /**
   * Refuses a machine that cannot run the binaries.
   *
   * @throws UnsupportedPlatformException with the reason
   */
  void check() {
    if (!os.equals("Linux") || !X86_64.contains(architecture)) {
      throw new UnsupportedPlatformException("this is " + os + " on " + architecture);
    }
    if (!glibc) {
      throw new UnsupportedPlatformException("there is no glibc (" + LOADER + " is missing)");
    }
  }
}
