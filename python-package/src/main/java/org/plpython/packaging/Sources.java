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
   * The files of packages by their paths below the root, with slashes. What else is in the root,
   * such as what pip has built there, is not looked at.
   *
   * @throws InvalidPackageException if a package among them is not named
   */
  static SortedMap<String, byte[]> of(Path root, List<String> packages) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String name : packages) {
      if (name.indexOf('.') < 0) {
        add(files, root, root.resolve(name), packages);
      }
    }
    return files;
  }

  private static void add(
      SortedMap<String, byte[]> files, Path root, Path folder, List<String> packages)
      throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Sources::isShipped).toList()) {
        String name = root.relativize(path).toString().replace('\\', '/');
        String dotted = name.replaceFirst("/[^/]*$", "").replace('/', '.');
        if (!packages.contains(dotted)) {
          throw new InvalidPackageException(
              name + " is in none of the packages that pyproject.toml names: " + packages);
        }
        files.put(name, Files.readAllBytes(path));
      }
    }
  }

  private static boolean isShipped(Path path) {
    String name = path.toString();
    return name.endsWith(".py") || name.endsWith("py.typed");
  }
}
