package org.plpython.harness;

import java.nio.file.Files;

/**
 * What decides whether the binaries run on this machine.
 *
 * @param os the name of the operating system as Java gives it
 * @param architecture the processor as Java gives it
 * @param glibc whether the loader that the binaries name is there; with musl it is not
 */
record Platform(String os, String architecture, boolean glibc) {

  static Platform current() {
    String architecture = System.getProperty("os.arch", "unknown");
    return new Platform(
        System.getProperty("os.name", "unknown"),
        architecture,
        Architecture.of(architecture).filter(known -> Files.exists(known.loader())).isPresent());
  }

  /**
   * Refuses a machine that cannot run the binaries.
   *
   * @throws UnsupportedPlatformException with the reason
   */
  void check() {
    Architecture known =
        Architecture.of(architecture)
            .filter(any -> os.equals("Linux"))
            .orElseThrow(
                () -> new UnsupportedPlatformException("this is " + os + " on " + architecture));
    if (!glibc) {
      throw new UnsupportedPlatformException(
          "there is no glibc (" + known.loader() + " is missing)");
    }
  }
}
