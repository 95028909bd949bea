package org.plpython.liquibase;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import org.plpython.source.SourceReader;

/**
 * Where a path of a changelog leads: to a folder, or to a file of the folder that its imports begin
 * in, which is one of the locations, or else the first above it without {@code __init__.py}, as
 * Python has it.
 *
 * @param root the folder that imports begin in, with slashes; empty: the search path's own
 * @param only the path of the one file that is meant, below the root; empty: all are
 */
record SourcePlace(String root, Optional<String> only) {
  private static final String PYTHON = ".py";

  /**
   * What a path means.
   *
   * @param locations folders that are known to hold sources
   * @throws IOException if it is a file's, and there is none
   */
  static SourcePlace of(String path, List<String> locations, ResourceAccessor accessor)
      throws IOException {
    String normal = normal(path);
    if (!isFile(normal)) {
      return new SourcePlace(normal, Optional.empty());
    }
    if (!accessor.get(normal).exists()) {
      throw new IOException("There is no file " + path + " on Liquibase's search path.");
    }
    String root = rootOf(normal, locations, accessor);
    return new SourcePlace(
        root, Optional.of(root.isEmpty() ? normal : normal.substring(root.length() + 1)));
  }

  private static boolean isFile(String path) {
    return path.endsWith(PYTHON) || path.endsWith(".yaml") || path.endsWith(".yml");
  }

  private static String rootOf(String file, List<String> locations, ResourceAccessor accessor)
      throws IOException {
    for (String location : locations) {
      String root = normal(location);
      if (file.startsWith(root + "/")) {
        return root;
      }
    }
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
        .replaceFirst("^(?:classpath\\*?|filesystem):", "")
        .replaceFirst("/+$", "")
        .replaceFirst("^(?:\\./)+", "");
  }

  /** Whether a file below the root is meant. */
  boolean covers(String file) {
    return only.isEmpty() || file.equals(only.get());
  }

  /** All files of the root that are read; it may be in several places of the search path. */
  List<Resource> files(ResourceAccessor accessor) throws IOException {
    return accessor.search(root, !root.isEmpty()).stream().filter(it -> isRead(below(it))).toList();
  }

  /** Beside one file, descriptors are other files' business: a changelog may be one of them. */
  private boolean isRead(String file) {
    return SourceReader.isRead(file)
        && (only.isEmpty() || file.endsWith(PYTHON) || file.equals(only.get()));
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

  /** The path below the search path. */
  String path() {
    return only.map(file -> root.isEmpty() ? file : root + "/" + file).orElse(root);
  }
}
