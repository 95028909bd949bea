package org.plpython.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * All that a server needs before it can start.
 *
 * @param distribution the unpacked binaries
 * @param account who runs them
 * @param ports where free ports come from
 * @param progress gets one line for each step
 */
record ServerSetup(
    Distribution distribution,
    ServerAccount account,
    IntSupplier ports,
    Consumer<String> progress) {

  private static final int ATTEMPTS = 5;

  /** The setup of this machine; unpacks the binaries when no build has done so yet. */
  static ServerSetup ofThisMachine(Consumer<String> progress) {
    Platform.current().check();
    ServerAccount account = ServerAccount.detect();
    Path cache = CacheFolder.ofThisJvm().choose(account::canEnter);
    Distribution distribution = new DistributionCache(cache).get(progress);
    return new ServerSetup(distribution, account, FreePort::next, progress);
  }

  /**
   * Starts a server, with another port when somebody else was quicker to take the first.
   *
   * @throws EmbeddedPostgresException when the server does not come up
   */
  ServerProcess start() {
    ServerProcess process = launch();
    for (int attempt = 1; !process.awaitReady(); attempt++) {
      if (attempt == ATTEMPTS || !process.log().portWasTaken()) {
        throw failure(process);
      }
      process.stop();
      process = launch();
    }
    return process;
  }

  private ServerProcess launch() {
    int port = ports.getAsInt();
    progress.accept("starting PostgreSQL " + Recipe.POSTGRES_VERSION + " on port " + port);
    Path directory = parentFolder().resolve("plpython-" + UUID.randomUUID());
    return ServerProcess.launch(distribution, account, directory, port);
  }

  private Path parentFolder() {
    Path named = Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toAbsolutePath();
    return Stream.of(named, Path.of("/tmp"), Path.of("/var/tmp"))
        .filter(folder -> Files.isWritable(folder) && account.canEnter(folder))
        .findFirst()
        .orElseThrow(
            () ->
                new EmbeddedPostgresException(
                    "No temporary folder can be written: name one with -Djava.io.tmpdir=FOLDER"));
  }

  private static EmbeddedPostgresException failure(ServerProcess process) {
    EmbeddedPostgresException failure =
        process.log().failure("PostgreSQL " + Recipe.POSTGRES_VERSION + " did not start.");
    process.stop();
    return failure;
  }
}
