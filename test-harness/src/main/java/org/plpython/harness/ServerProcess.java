package org.plpython.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A running server. A shell stands between it and the JVM: at the end of the pipe that joins them,
 * be it by {@link #stop()} or because the JVM was killed, the shell ends the server and removes its
 * directory.
 *
 * @param shell the shell
 * @param directory holds the data and the log
 * @param port on 127.0.0.1
 */
record ServerProcess(Process shell, Path directory, int port) {

  /** Where a server's Python and its shell find other programs. */
  static final String PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin";

  private static final System.Logger LOG = System.getLogger(ServerProcess.class.getName());

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);

  /** The line of postmaster.pid that tells how far the server has come. */
  private static final int STATUS_LINE = 8;

  static ServerProcess launch(
      ServerPrograms programs, ServerAccount account, Path directory, int port) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", script(), "plpython-server"));
    command.add(directory.toString());
    command.add(account.directoryOwner());
    command.add(programs.folder().toString());
    command.add(Integer.toString(port));
    command.add(programs.localeOptions());
    command.add(programs.prepared().toString());
    command.addAll(account.wrapper());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    setEnvironment(builder.environment(), programs, directory);
    try {
      return new ServerProcess(builder.start(), directory, port);
    } catch (IOException e) {
      throw new PlPythonServerException("The server needs the program sh: put it on the PATH", e);
    }
  }

  /** Nothing of the user's environment reaches the server, or tests would depend on it. */
  private static void setEnvironment(
      Map<String, String> environment, ServerPrograms programs, Path directory) {
    environment.clear();
    environment.put("PATH", PATH);
    environment.putAll(programs.environment());
    environment.put("HOME", directory.toString());
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
  }

  /** What starts the server, and makes its first data. */
  static String script() {
    try (InputStream script = ServerProcess.class.getResourceAsStream("server.sh")) {
      if (script == null) {
        throw new IllegalStateException("server.sh is missing from the jar");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the server takes connections; false when it ended or took too long. */
  boolean awaitReady() {
    Deadline deadline = Deadline.in(START);
    while (!deadline.passed() && shell.isAlive() && !Files.exists(directory.resolve("ended"))) {
      if (isReady()) {
        return true;
      }
      deadline.pause();
    }
    return false;
  }

  /**
   * Keeps the data that this server began with, if it made them itself, for all that follow.
   * Somebody else may be quicker, or the cache folder be read-only: then they are not needed, or
   * made each time.
   */
  void keepPrepared(Path prepared) {
    Path part = Path.of(prepared + ".part-" + directory.getFileName());
    if (Files.isDirectory(part)) {
      try {
        Files.move(part, prepared, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "Not kept: " + part, e);
      }
    }
  }

  /** Asks the server's own file, as whoever answers on the port may be somebody else. */
  private boolean isReady() {
    Path file = directory.resolve("data").resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
      return lines.size() >= STATUS_LINE && lines.get(STATUS_LINE - 1).startsWith("ready");
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ServerAddress address() {
    return ServerAddress.local(port);
  }

  /** What initdb and the server have said so far, or why there was no place for a log. */
  ServerLog log() {
    Path file = directory.resolve("log");
    try (InputStream words =
        Files.exists(file) ? Files.newInputStream(file) : shell.getErrorStream()) {
      return new ServerLog(new String(words.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server without ado and removes its directory. Does nothing when that is done. */
  void stop() {
    try {
      shell.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Deadline deadline = Deadline.in(STOP);
    while (shell.isAlive() && !deadline.passed()) {
      deadline.pause();
    }
    if (shell.isAlive()) {
      throw new PlPythonServerException(
          "The server in " + directory + " does not end: end process " + shell.pid() + " yourself");
    }
  }
}
