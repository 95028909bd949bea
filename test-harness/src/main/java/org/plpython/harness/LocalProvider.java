package org.plpython.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A PostgreSQL that Debian's packages have installed. Its programs run a server of our own, beside
 * any that the machine runs.
 */
final class LocalProvider implements ServerProvider {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final int version;
  private final Path folder;
  private final SharedServer<PlPythonServer> shared = new SharedServer<>(() -> start(line -> {}));

  /** For a major version, 15. */
  LocalProvider(int version) {
    this(version, DEBIAN);
  }

  LocalProvider(int version, Path installations) {
    this.version = version;
    this.folder = installations.resolve(Integer.toString(version));
  }

  @Override
  public String name() {
    return "local:" + version;
  }

  @Override
  public Optional<String> obstacle() {
    return Stream.of("bin/initdb", "bin/postgres", "lib/plpython3.so")
        .map(folder::resolve)
        .filter(file -> !Files.exists(file))
        .findFirst()
        .map(
            file ->
                "there is no "
                    + file
                    + ": apt-get install postgresql-"
                    + version
                    + " postgresql-plpython3-"
                    + version);
  }

  @Override
  public PlPythonServer shared() {
    return shared.get();
  }

  /**
   * Starts a server of its own.
   *
   * @param progress gets one short line before each step that takes time
   * @throws PlPythonServerException when it is not installed or does not start
   */
  PlPythonServer start(Consumer<String> progress) {
    obstacle()
        .ifPresent(
            obstacle -> {
              throw new PlPythonServerException(
                  "PostgreSQL " + version + " does not run here: " + obstacle);
            });
    ServerPrograms programs =
        new ServerPrograms(
            Integer.toString(version),
            folder.resolve("bin"),
            Map.of("PYTHONNOUSERSITE", "1", "PYTHONUTF8", "1"));
    ServerSetup setup = ServerSetup.of(programs, ServerAccount.detect(), progress);
    return new PlPythonServer(setup.start());
  }
}
