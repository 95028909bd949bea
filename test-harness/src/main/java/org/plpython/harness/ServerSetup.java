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
 * @param programs the binaries
 * @param account who runs them
 * @param ports where free ports come from
 * @param progress gets one line for each step
 */
record ServerSetup(
    ServerPrograms programs, ServerAccount account, IntSupplier ports, Consumer<String> progress) {

  private static final int ATTEMPTS = 5;

  /** With ports of this machine. */
  static ServerSetup of(ServerPrograms programs, ServerAccount account, Consumer<String> progress) {
    return new ServerSetup(programs, account, FreePort::next, progress);
  }

  /**
   * Starts a server, with another port when somebody else was quicker to take the first.
   *
   * @throws UnsupportedPlatformException when this machine is too old for its Python
   * @throws PlPythonServerException when the server does not come up, or PL/Python not in it
   */
  ServerProcess start() {
    ServerProcess process = launch();
    for (int attempt = 1; !process.awaitReady(); attempt++) {
      if (attempt == ATTEMPTS || !process.log().portWasTaken()) {
        throw failed(process);
      }
      process.stop();
      process = launch();
    }
    process.keepPrepared(programs.prepared());
    return process;
  }

  private ServerProcess launch() {
    int port = ports.getAsInt();
    progress.accept("starting " + programs.name() + " on port " + port);
    Path directory = parentFolder().resolve("plpython-" + UUID.randomUUID());
    return ServerProcess.launch(programs, account, directory, port);
  }

  private Path parentFolder() {
    Path named = Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toAbsolutePath();
    return Stream.of(named, Path.of("/tmp"), Path.of("/var/tmp"))
        .filter(folder -> Files.isWritable(folder) && account.canEnter(folder))
        .findFirst()
        .orElseThrow(
            () ->
                new PlPythonServerException(
                    "No temporary folder can be written: name one with -Djava.io.tmpdir=FOLDER"));
  }

  private RuntimeException failed(ServerProcess process) {
    RuntimeException failure = process.log().startFailure(programs.name() + " did not start.");
    process.stop();
    return failure;
  }
}
