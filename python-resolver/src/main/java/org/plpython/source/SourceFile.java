package org.plpython.source;

import java.util.List;
import java.util.Objects;

/**
 * A source file as read: Python, a YAML descriptor of it, or the settings of a script.
 *
 * @param location where its root is, as the user named it, without a prefix: {@code db/plpython}
 * @param path its path below the root, with slashes: {@code pricing.py}
 * @param text its whole text; line ends are LF, no byte order mark
 */
public record SourceFile(String location, String path, String text) {

  public SourceFile {
    Objects.requireNonNull(location);
    Objects.requireNonNull(path);
    Objects.requireNonNull(text);
    if (text.indexOf('\r') >= 0) {
      throw new IllegalStateException("line ends of " + path + " are not normalised");
    }
  }

  /** Whether a path is that of a descriptor. */
  public static boolean isDescriptor(String path) {
    return path.endsWith(".yaml") || path.endsWith(".yml");
  }

  /** Whether it is a YAML descriptor, by its extension. */
  public boolean isDescriptor() {
    return isDescriptor(path);
  }

  /** Whether a path is that of a script's settings. */
  static boolean isScriptSettings(String path) {
    return path.endsWith(".py.conf");
  }

  /** Whether it holds the settings of a script, by its extension. */
  public boolean isScriptSettings() {
    return isScriptSettings(path);
  }

  /** How messages name the file: root and path. */
  public String displayPath() {
    return location + "/" + path;
  }

  /** The lines, without their line ends. */
  public List<String> lines() {
    return List.of(text.split("\n", -1));
  }

  /** The text of a line, counted from 1; empty beyond the file's end. */
  public String line(int number) {
    int start = 0;
    for (int line = 1; line < number; line++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return "";
      }
      start = end + 1;
    }
    int end = text.indexOf('\n', start);
    return text.substring(start, end < 0 ? text.length() : end);
  }
}
