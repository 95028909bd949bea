package org.plpython.harness;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cache folder.
 *
 * @param properties the JVM's system properties
 * @param environment the process's environment
 */
record CacheFolder(
    Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {

  static final String PROPERTY = "plpython.cache";

  private static final String NAME = "plpython-migrate";

  /** Belongs to root and can be entered by all, unlike root's home folder. */
  private static final Path SYSTEM_WIDE = Path.of("/var/cache", NAME);

  static CacheFolder ofThisJvm() {
    return new CacheFolder(System::getProperty, System::getenv);
  }

  /**
   * The folder that the user names, else the user's cache folder, else one for the whole system
   * where the server's account cannot enter the user's.
   *
   * @param reachable whether the account that runs the server can enter a folder
   * @throws PlPythonServerException when the server cannot enter the folder that the user names
   */
  Path choose(Predicate<Path> reachable) {
    String named = properties.apply(PROPERTY);
    if (named == null || named.isBlank()) {
      return reachable.test(personal()) ? personal() : SYSTEM_WIDE;
    }
    Path folder = Path.of(named).toAbsolutePath();
    if (!reachable.test(folder)) {
      throw new PlPythonServerException(
          "The server runs as user nobody, who cannot enter "
              + folder
              + ": name a folder that everyone can enter with -D"
              + PROPERTY
              + "=FOLDER");
    }
    return folder;
  }

  private Path personal() {
    String xdg = environment.apply("XDG_CACHE_HOME");
    if (xdg != null && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg, NAME);
    }
    String home = properties.apply("user.home");
    return Path.of(home == null ? "" : home, ".cache", NAME).toAbsolutePath();
  }
}
