package org.plpython.liquibase;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import org.plpython.source.SourceReader;

/**
 * Where a path of a changelog leads: to a folder, or to a file of the folder that Python would
 * import it from, which is the first above it without {@code __init__.py}.
 *
 * @param root the folder that imports begin in, with slashes; empty: the search path's own
 * @param only the path of the one file that is meant, below the root; empty: all are
 */
record SourcePlace(String root, Optional<String> only) {
  private static final String PYTHON = ".py";

  /**
   * What a path means.
   *
   * @throws IOException if it is a file's, and there is none
   */
  static SourcePlace of(String path, ResourceAccessor accessor) throws IOException {
    String normal = normal(path);
    if (!normal.endsWith(PYTHON)) {
      return new SourcePlace(normal, Optional.empty());
    }
    if (!accessor.get(normal).exists()) {
      throw new IOException("There is no file " + path + " on Liquibase's search path.");
    }
    String root = rootOf(normal, accessor);
    return new SourcePlace(
        root, Optional.of(root.isEmpty() ? normal : normal.substring(root.length() + 1)));
  }

  private static String rootOf(String file, ResourceAccessor accessor) throws IOException {
    String folder = parent(file);
    while (!folder.isEmpty() && accessor.get(folder + "/__init__.py").exists()) {
      folder = parent(folder);
    }
    return folder;
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static String normal(String path) {
    return path.replace('\\', '/')
        .replaceFirst("^classpath\\*?:", "")
        .replaceFirst("/+$", "")
        .replaceFirst("^(?:\\./)+", "");
  }

  /** Whether a file below the root is meant. */
  boolean covers(String file) {
    return only.isEmpty() || file.equals(only.get());
  }

  /** All files of the root that are read; it may be in several places of the search path. */
  List<Resource> files(ResourceAccessor accessor) throws IOException {
    return accessor.search(root, !root.isEmpty()).stream()
        .filter(it -> SourceReader.isRead(below(it)))
        .toList();
  }

  /** A file's path below the root. */
  String below(Resource file) {
    return below(file.getPath());
  }

  private String below(String path) {
    String normal = normal(path).replaceFirst("^/+", "");
    String prefix = root.replaceFirst("^/+", "");
    int start = prefix.isEmpty() ? 0 : normal.indexOf(prefix) + prefix.length() + 1;
    return normal.substring(Math.min(start, normal.length()));
  }

  /** The path as a changelog names it. */
  String path() {
    return only.map(file -> root.isEmpty() ? file : root + "/" + file).orElse(root);
  }
}
