package org.plpython.harness;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies of this JVM's class path: of one entry, or of all of them in a single jar. */
final class ClassPathCopy {

  private ClassPathCopy() {}

  /** Copies a jar or a folder with all it holds, if it exists. */
  static void copy(Path source, Path target) throws IOException {
    for (Path file : files(source)) {
      try (InputStream content = Files.newInputStream(file)) {
        new UnpackedTree(target).file(source.relativize(file).toString(), content, false);
      }
    }
  }

  /** Merges all entries into one jar; the first of a name wins. */
  static void merge(Path jar) throws IOException {
    try (ZipOutputStream merged = new ZipOutputStream(Files.newOutputStream(jar))) {
      merged.setLevel(Deflater.NO_COMPRESSION);
      Set<String> names = new HashSet<>();
      for (String entry : ChildJvm.classPath().split(File.pathSeparator, -1)) {
        if (entry.endsWith(".jar")) {
          mergeJar(Path.of(entry), merged, names);
        } else {
          mergeFolder(Path.of(entry), merged, names);
        }
      }
    }
  }

  private static void mergeJar(Path jar, ZipOutputStream merged, Set<String> names)
      throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        try (InputStream content = zip.getInputStream(entry)) {
          add(entry.getName(), content, merged, names);
        }
      }
    }
  }

  private static void mergeFolder(Path folder, ZipOutputStream merged, Set<String> names)
      throws IOException {
    for (Path file : files(folder)) {
      try (InputStream content = Files.newInputStream(file)) {
        add(folder.relativize(file).toString(), content, merged, names);
      }
    }
  }

  private static void add(
      String name, InputStream content, ZipOutputStream merged, Set<String> names)
      throws IOException {
    if (names.add(name)) {
      merged.putNextEntry(new ZipEntry(name));
      content.transferTo(merged);
      merged.closeEntry();
    }
  }

  private static List<Path> files(Path root) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
