package org.plpython.source;

import java.util.Objects;

/**
 * Where Python sources lie: a folder of the class path or of the file system. Written as Flyway's
 * locations are: {@code classpath:db/plpython} (the prefix may be left out) or {@code
 * filesystem:src/main/plpython}.
 *
 * @param kind on which of the two
 * @param path with slashes, without a slash at its end
 */
public record Location(Kind kind, String path) {
  private static final String CLASS_PATH_PREFIX = "classpath:";
  private static final String FILE_SYSTEM_PREFIX = "filesystem:";

  /** Where a location's path begins. */
  public enum Kind {
    /** At the roots of the class path. */
    CLASS_PATH,
    /** At the working directory, or absolute. */
    FILE_SYSTEM
  }

  public Location {
    Objects.requireNonNull(kind);
    if (path.endsWith("/") && path.length() > 1) {
      throw new IllegalStateException("not a normal path: " + path);
    }
  }

  /**
   * Reads a location as the user writes it.
   *
   * @throws InvalidLocationException if the prefix is unknown or the path is empty
   */
  public static Location parse(String text) {
    if (text.startsWith(FILE_SYSTEM_PREFIX)) {
      return folder(text.substring(FILE_SYSTEM_PREFIX.length()));
    }
    String path =
        text.startsWith(CLASS_PATH_PREFIX) ? text.substring(CLASS_PATH_PREFIX.length()) : text;
    if (path.contains(":")) {
      throw new InvalidLocationException(
          "Unknown prefix in the location '" + text + "': write classpath: or filesystem:.");
    }
    return new Location(Kind.CLASS_PATH, normal(path.replaceFirst("^/+", "")));
  }

  /**
   * A folder of the file system.
   *
   * @throws InvalidLocationException if the path is empty
   */
  public static Location folder(String path) {
    return new Location(Kind.FILE_SYSTEM, normal(path));
  }

  private static String normal(String path) {
    String normal = path.replace('\\', '/').replaceFirst("(?<=.)/+$", "");
    if (normal.isBlank()) {
      throw new InvalidLocationException("A location of Python sources is empty.");
    }
    return normal;
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return (kind == Kind.CLASS_PATH ? CLASS_PATH_PREFIX : FILE_SYSTEM_PREFIX) + path;
  }
}
