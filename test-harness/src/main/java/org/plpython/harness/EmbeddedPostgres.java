package org.plpython.harness;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A running PostgreSQL 18 with PL/Python (Python 3.14), from jars alone; it hands out its Python
 * too. No method returns or takes null. All methods may be called from several threads.
 */
public final class EmbeddedPostgres extends PlPythonServer {

  private static final SharedServer<EmbeddedPostgres> SHARED =
      new SharedServer<>(EmbeddedPostgres::start);

  private final Distribution distribution;
  private final ServerProcess process;

  private EmbeddedPostgres(Distribution distribution, ServerProcess process) {
    super(process);
    this.distribution = distribution;
    this.process = process;
  }

  /**
   * Starts a server of its own, without telling of progress.
   *
   * @return a server that takes connections; the caller closes it
   * @throws UnsupportedPlatformException when this machine cannot run it
   * @throws PlPythonServerException when it cannot be unpacked or does not start
   */
  public static EmbeddedPostgres start() {
    return start(line -> {});
  }

  /**
   * Starts a server of its own; unpacks the binaries when no build has done so yet.
   *
   * @param progress gets one short line before each step that takes time, in the calling thread
   * @return a server that takes connections; the caller closes it
   * @throws UnsupportedPlatformException when this machine cannot run it
   * @throws PlPythonServerException when it cannot be unpacked or does not start
   */
  public static EmbeddedPostgres start(Consumer<String> progress) {
    Platform.current().check();
    ServerAccount account = ServerAccount.detect();
    Path cache = CacheFolder.ofThisJvm().choose(account::canEnter);
    Distribution distribution = new DistributionCache(cache).get(progress);
    return new EmbeddedPostgres(
        distribution, ServerSetup.of(distribution.programs(), account, progress).start());
  }

  /**
   * The server that all tests of this JVM share. The first call starts it; it ends with the JVM. A
   * call after it was closed starts another one.
   *
   * @return a server that takes connections; nobody needs to close it
   * @throws UnsupportedPlatformException when this machine cannot run it
   * @throws PlPythonServerException when it cannot be unpacked or does not start
   */
  public static EmbeddedPostgres shared() {
    return SHARED.get();
  }

  Path directory() {
    return process.directory();
  }

  /**
   * The folder that holds the server's Python.
   *
   * @return what {@code sys.prefix} is inside the server and for {@link #python}; to be read only
   */
  public Path pythonHome() {
    return distribution.pythonHome();
  }

  /**
   * The interpreter of the server's Python. It finds its library by itself; {@link #python} makes
   * it independent of the user's environment as well.
   *
   * @return an executable file
   */
  public Path pythonExecutable() {
    return distribution.pythonExecutable();
  }

  /**
   * Python's standard library, without its own tests, tkinter, IDLE and pip, and without OpenSSL's
   * part of hashlib: {@code hashlib.scrypt} and {@code hashlib.pbkdf2_hmac} are missing.
   *
   * @return the folder {@code lib/python3.14} below {@link #pythonHome()}; to be read only
   */
  public Path standardLibrary() {
    return distribution.standardLibrary();
  }

  /**
   * Prepares a run of the server's Python outside of the server, on a machine that may have no
   * Python. {@code PYTHON...} variables of the user do not reach it; the caller may set some.
   *
   * @param arguments what follows {@code python3.14} on a command line, such as {@code "-m",
   *     "unittest"}
   * @return a builder whose directory and streams are the caller's to set
   */
  public ProcessBuilder python(String... arguments) {
    List<String> command =
        Stream.concat(Stream.of(pythonExecutable().toString()), Arrays.stream(arguments)).toList();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
    builder.environment().putAll(distribution.pythonEnvironment());
    return builder;
  }
}
