package org.plpython.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A PostgreSQL that is installed on this machine.
 *
 * @param version its major version
 * @param programs the folder of {@code initdb} and {@code postgres}
 * @param module PL/Python's library; empty: it has none
 */
record LocalInstallation(int version, Path programs, Optional<Path> module) {

  /**
   * What a server of ours is started with.
   *
   * @param cache where its first data are kept
   */
  ServerPrograms serverPrograms(Path cache) {
    return new ServerPrograms(
        Integer.toString(version),
        programs,
        Map.of("PYTHONNOUSERSITE", "1", "PYTHONUTF8", "1"),
        cache.resolve("local-" + version + "-" + ShortHash.of(edition())));
  }

  /** Another one after an update of its package. */
  private String edition() {
    Path server = programs.resolve("postgres");
    try {
      return server + " " + Files.size(server) + " " + Files.getLastModifiedTime(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
