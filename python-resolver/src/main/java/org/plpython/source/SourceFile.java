package org.plpython.source;

import java.util.List;
import java.util.Objects;

/**
 * A Python source file as read.
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
    List<String> lines = lines();
    return number <= lines.size() ? lines.get(number - 1) : "";
  }
}
