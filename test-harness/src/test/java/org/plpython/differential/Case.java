package org.plpython.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plpython.source.SourceFile;

/**
 * A program in Python whose functions are called in plain Python and in a database.
 *
 * @param path of a file, or of a folder with a main.py
 * @param needs the Python that it is written for: 14 for 3.14; 0 for any
 */
record Case(Path path, List<SourceFile> files, int needs) {
  private static final Pattern NEEDS = Pattern.compile("\\A# Needs Python 3\\.(\\d+)\n");

  static boolean isOne(Path path) {
    return path.toString().endsWith(".py") || Files.isRegularFile(path.resolve("main.py"));
  }

  static Case read(Path path) {
    Path root = Files.isDirectory(path) ? path : path.resolveSibling("");
    try (Stream<Path> paths = Files.walk(path)) {
      List<SourceFile> files =
          paths
              .filter(file -> file.toString().endsWith(".py"))
              .sorted()
              .map(f -> file(root, f))
              .toList();
      return new Case(path, files, needs(files.get(0).text()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile file(Path root, Path file) {
    try {
      return new SourceFile(
          root.getFileName().toString(),
          root.relativize(file).toString(),
          Files.readString(file).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int needs(String text) {
    Matcher matcher = NEEDS.matcher(text);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  String name() {
    return path.getFileName().toString();
  }
}
