package org.plpython.descriptor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Paths that descriptors name files by. */
final class SourcePath {
  private SourcePath() {}

  /**
   * The path below the source root of a file that a descriptor names.
   *
   * @param descriptor the descriptor's own path below the root
   * @param written with slashes, from the descriptor's folder
   * @return empty if it leads out of the root
   */
  static Optional<String> resolve(String descriptor, String written) {
    if (written.startsWith("/") || written.contains("\\") || written.contains(":")) {
      return Optional.empty();
    }
    Deque<String> path = new ArrayDeque<>();
    for (String part : List.of((folder(descriptor) + written).split("/", -1))) {
      if (part.equals("..") && path.pollLast() == null) {
        return Optional.empty();
      } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        path.add(part);
      }
    }
    return Optional.of(String.join("/", path));
  }

  /** With a slash at its end; empty at the root. */
  static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
