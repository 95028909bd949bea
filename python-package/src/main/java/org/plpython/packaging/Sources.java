package org.plpython.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a Python project, in the order of their names. */
final class Sources {
  private Sources() {}

  /**
   * The files of packages by their paths below the root, with slashes.
   *
   * @throws InvalidPackageException if there are packages of the root that are not named
   */
  static SortedMap<String, byte[]> of(Path root, List<String> packages) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.filter(Sources::isShipped)::iterator) {
        String name = root.relativize(path).toString().replace('\\', '/');
        String dotted = name.replaceFirst("/[^/]*$", "").replace('/', '.');
        if (!packages.contains(dotted)) {
          throw new InvalidPackageException(
              name + " is in none of the packages that pyproject.toml names: " + packages);
        }
        files.put(name, Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static boolean isShipped(Path path) {
    String name = path.toString();
    return name.endsWith(".py") || name.endsWith("py.typed");
  }
}
