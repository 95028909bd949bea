package org.plpython.liquibase;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import org.plpython.source.SourceFile;
import org.plpython.source.SourceReader;

/**
 * Python files as Liquibase finds them on its search path: all of a folder, of which one file may
 * be meant.
 *
 * @param root the folder that imports begin in, with slashes; empty: the search path's own
 * @param only the path of the one file that is meant, below the root; empty: all are
 * @param files all files of the root, sorted by path
 */
record PythonSources(String root, Optional<String> only, List<SourceFile> files) {
  private static final String PYTHON = ".py";

  /** What a file of ours cannot be without. */
  private static final Pattern OURS =
      Pattern.compile(
          "^[ \\t]*(?:from|import)[ \\t]+(?:plpython|django_plpy)\\b", Pattern.MULTILINE);

  PythonSources {
    files = List.copyOf(files);
  }

  /**
   * What a path of a changelog means: a folder, or a file of the folder that its imports begin in:
   * one of the locations, else the first above it without {@code __init__.py}, as Python has it.
   *
   * @param locations folders that are known to hold sources
   * @throws IOException if there is no such thing
   */
  static PythonSources at(String path, List<String> locations, ResourceAccessor accessor)
      throws IOException {
    String normal = normal(path);
    if (!isFile(normal)) {
      return new PythonSources(normal, Optional.empty(), read(normal, accessor));
    }
    if (!accessor.get(normal).exists()) {
      throw new IOException("There is no file " + path + " on Liquibase's search path.");
    }
    String root = rootOf(normal, locations, accessor);
    String below = root.isEmpty() ? normal : normal.substring(root.length() + 1);
    List<SourceFile> files =
        read(root, accessor).stream()
            .filter(file -> file.path().endsWith(PYTHON) || file.path().equals(below))
            .toList();
    return new PythonSources(root, Optional.of(below), files);
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

  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static String normal(String path) {
    return path.replace('\\', '/')
        .replaceFirst("^(?:classpath\\*?|filesystem):", "")
        .replaceFirst("/+$", "")
        .replaceFirst("^(?:\\./)+", "");
  }

  private static List<SourceFile> read(String root, ResourceAccessor accessor) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Resource resource : accessor.search(root, !root.isEmpty())) {
      String path = below(root, resource.getPath());
      if (SourceReader.isRead(path)) {
        try (InputStream bytes = resource.openInputStream()) {
          files.put(path, bytes.readAllBytes());
        }
      }
    }
    return SourceReader.decode(root, files);
  }

  private static String below(String root, String path) {
    String normal = normal(path).replaceFirst("^/+", "");
    String prefix = root.replaceFirst("^/+", "");
    int start = prefix.isEmpty() ? 0 : normal.indexOf(prefix) + prefix.length() + 1;
    return normal.substring(Math.min(start, normal.length()));
  }

  /** Whether one of the files that are meant is for us. */
  boolean hasOurs() {
    return files.stream()
        .filter(file -> only.isEmpty() || file.path().equals(only.get()))
        .anyMatch(file -> file.isDescriptor() || OURS.matcher(file.text()).find());
  }

  /** Whether a file is meant. */
  boolean covers(SourceFile file) {
    return only.isEmpty() || file.path().equals(only.get());
  }

  /** The path below the search path. */
  String path() {
    return only.map(file -> root.isEmpty() ? file : root + "/" + file).orElse(root);
  }
}
