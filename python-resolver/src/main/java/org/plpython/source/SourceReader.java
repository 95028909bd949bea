package org.plpython.source;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.Resource;
import io.github.classgraph.ScanResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads every Python file of some locations. */
public final class SourceReader {
  private static final String EXTENSION = ".py";

  private final ClassLoader classLoader;

  /** Class path locations are looked up with the given loader. */
  public SourceReader(ClassLoader classLoader) {
    this.classLoader = classLoader;
  }

  /**
   * All {@code .py} files of the locations and of the folders below them: locations in the order
   * given, files sorted by path.
   *
   * @throws InvalidLocationException if a location is missing, unreadable or without a Python file
   * @throws InvalidSourceException if files are not UTF-8
   */
  public List<SourceFile> read(List<Location> locations) {
    List<RawFile> found = new ArrayList<>();
    for (Location location : locations) {
      found.addAll(find(location));
    }
    Decoder decoder = new Decoder();
    List<SourceFile> files = found.stream().map(decoder::decode).toList();
    if (!decoder.diagnostics().isEmpty()) {
      throw new InvalidSourceException(decoder.diagnostics());
    }
    return files;
  }

  private List<RawFile> find(Location location) {
    try {
      List<RawFile> files =
          location.kind() == Location.Kind.CLASS_PATH
              ? findOnClassPath(location)
              : findInFolder(location);
      if (files.isEmpty()) {
        throw new InvalidLocationException(nothingThere(location));
      }
      return files.stream().sorted(Comparator.comparing(RawFile::path)).toList();
    } catch (IOException unreadable) {
      throw new InvalidLocationException(
          "Cannot read the Python sources in " + location + ": " + unreadable.getMessage(),
          unreadable);
    }
  }

  private static String nothingThere(Location location) {
    Path path = Path.of(location.path()).toAbsolutePath().normalize();
    String problem;
    if (location.kind() == Location.Kind.CLASS_PATH) {
      problem =
          "on the class path"
              + (Files.isDirectory(path)
                  ? "; there is such a folder in the file system: write filesystem:"
                      + location.path()
                  : "");
    } else if (Files.isDirectory(path)) {
      problem = "the folder " + path + " holds none";
    } else {
      problem = path + (Files.exists(path) ? " is no folder" : " does not exist");
    }
    return "There is no Python file in "
        + location
        + " ("
        + problem
        + "). Put your .py files there, or name the folder that holds them.";
  }

  private static List<RawFile> findInFolder(Location location) throws IOException {
    Path root = Path.of(location.path());
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<RawFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path file : paths.filter(SourceReader::isPython).toList()) {
        String path = root.relativize(file).toString().replace('\\', '/');
        files.add(new RawFile(location.path(), path, ByteBuffer.wrap(Files.readAllBytes(file))));
      }
    }
    return files;
  }

  private static boolean isPython(Path file) {
    return file.toString().endsWith(EXTENSION) && Files.isRegularFile(file);
  }

  private List<RawFile> findOnClassPath(Location location) throws IOException {
    List<RawFile> files = new ArrayList<>();
    try (ScanResult scan =
        new ClassGraph().overrideClassLoaders(classLoader).acceptPaths(location.path()).scan()) {
      for (Resource resource :
          scan.getAllResources().filter(r -> r.getPath().endsWith(EXTENSION))) {
        try (resource) {
          String path = resource.getPath().substring(location.path().length() + 1);
          refuseTwice(files, path, resource);
          files.add(new RawFile(location.path(), path, ByteBuffer.wrap(resource.load())));
        }
      }
    }
    return files;
  }

  private static void refuseTwice(List<RawFile> files, String path, Resource resource) {
    if (files.stream().anyMatch(file -> file.path().equals(path))) {
      throw new InvalidLocationException(
          "The class path holds "
              + resource.getPath()
              + " twice, the second time in "
              + resource.getClasspathElementURI()
              + ". Rename or remove one of the two.");
    }
  }
}
