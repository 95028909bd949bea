package org.plpython.harness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which files of the two archives are unpacked, where to, and the name of the result. */
final class Recipe {

  static final String POSTGRES_VERSION = "18.6";
  static final String PYTHON_VERSION = "3.14.3";

  /** To be raised when the unpacked tree changes in a way that the patterns below do not show. */
  private static final String EDITION = "1";

  private static final Pattern POSTGRES_LEFT_OUT =
      Pattern.compile("include/.*|lib/[^/]*\\.a|lib/pkgconfig/.*|lib/postgresql/pgxs/.*");

  private static final Pattern PYTHON_KEPT =
      Pattern.compile("python3\\.14|libpython3\\.14\\.so\\.1\\.0|lib/python3\\.14/.*");

  /** The OpenSSL of _hashlib clashes with the server's: importing it crashes or never ends. */
  private static final Pattern PYTHON_LEFT_OUT =
      Pattern.compile(
          "lib/python3\\.14/(test|site-packages|ensurepip|idlelib|turtledemo|tkinter|config-[^/]*)/.*"
              + "|lib/python3\\.14/lib-dynload/(_hashlib|_test|_ctypes_test|_xxtestfuzz|xx).*");

  private static final String POSTGRES_LIBRARIES = "../../../../postgres/lib/";
  private static final String FFI = "libffi.so.8";
  private static final String FFI_TARGET = "lib/python3.14/lib-dynload/" + FFI;

  /**
   * Links of the unpacked tree. The server asks for libpython3.6m by name, but uses the stable
   * interface only, which any later library serves. Python finds libraries beside its extension
   * modules, and its own name on the server's PATH.
   */
  static final SortedMap<String, String> LINKS =
      new TreeMap<>(
          Map.of(
              "postgres/lib/libpython3.6m.so.1.0",
              "../../python/libpython3.14.so.1.0",
              "python/python3",
              "python3.14",
              "python/lib/python3.14/lib-dynload/libz.so.1",
              POSTGRES_LIBRARIES + "libz.so.1",
              "python/lib/python3.14/lib-dynload/liblzma.so.5",
              POSTGRES_LIBRARIES + "liblzma.so.5"));

  private Recipe() {}

  /** The place of a file of the PostgreSQL archive below its folder, or empty: not needed. */
  static Optional<String> postgresTarget(String entry) {
    return POSTGRES_LEFT_OUT.matcher(entry).matches() ? Optional.empty() : Optional.of(entry);
  }

  /**
   * The place of a file of the Python archive below its folder, or empty: not needed. Only beside
   * the extension modules does the loader find libffi without help.
   */
  static Optional<String> pythonTarget(String entry) {
    if (entry.equals(FFI)) {
      return Optional.of(FFI_TARGET);
    }
    return PYTHON_KEPT.matcher(entry).matches() && !PYTHON_LEFT_OUT.matcher(entry).matches()
        ? Optional.of(entry)
        : Optional.empty();
  }

  /**
   * The folder name of the unpacked tree: another recipe or other archives get another name, so
   * that a folder once complete is never changed.
   */
  static String folderName(Architecture architecture) {
    String recipe =
        String.join(
            "\n",
            List.of(
                EDITION,
                POSTGRES_LEFT_OUT.pattern(),
                PYTHON_KEPT.pattern(),
                PYTHON_LEFT_OUT.pattern(),
                FFI_TARGET,
                LINKS.toString(),
                architecture.postgres().fingerprint(),
                architecture.python().fingerprint()));
    return "postgres-"
        + POSTGRES_VERSION
        + "-python-"
        + PYTHON_VERSION
        + "-"
        + ShortHash.of(recipe);
  }
}
