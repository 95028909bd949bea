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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads every Python file and every descriptor of some locations. */
public final class SourceReader {
  private static final String PYTHON = ".py";

  private final ClassLoader classLoader;

  /** Class path locations are looked up with the given loader. */
  public SourceReader(ClassLoader classLoader) {
    this.classLoader = classLoader;
  }

  /**
   * All {@code .py}, {@code .yaml}, {@code .yml} and {@code .py.conf} files of the locations and of
   * the folders below them: locations in the order given, files sorted by path.
   *
   * @throws InvalidLocationException if a location is missing, unreadable or without such a file
   * @throws InvalidSourceException if files are not UTF-8, or links that lead out of the location
   */
  public List<SourceFile> read(List<Location> locations) {
    List<RawFile> found = new ArrayList<>();
    Diagnostics diagnostics = new Diagnostics();
    for (Location location : locations) {
      found.addAll(find(location, diagnostics));
    }
    return decode(found, diagnostics);
  }

  /**
   * The same for files that somebody else has found, in their order.
   *
   * @param location where their root is, as the user named it
   * @param files their bytes, by their paths below the root, with slashes
   * @throws InvalidSourceException if files are not UTF-8
   */
  public static List<SourceFile> decode(String location, Map<String, byte[]> files) {
    List<RawFile> raw = new ArrayList<>();
    files.forEach((path, bytes) -> raw.add(new RawFile(location, path, ByteBuffer.wrap(bytes))));
    return decode(raw, new Diagnostics());
  }

  private static List<SourceFile> decode(List<RawFile> raw, Diagnostics diagnostics) {
    Decoder decoder = new Decoder();
    List<SourceFile> files = raw.stream().map(decoder::decode).toList();
    diagnostics.addAll(decoder.diagnostics());
    diagnostics.throwIfAny();
    return files;
  }

  /**
   * Whether a file of a location is read: by its extension, unless it or a folder of it is hidden.
   *
   * @param path below the location, with slashes
   */
  public static boolean isRead(String path) {
    return isSource(path) && !isHidden(path);
  }

  private List<RawFile> find(Location location, Diagnostics diagnostics) {
    try {
      List<RawFile> files =
          location.kind() == Location.Kind.CLASS_PATH
              ? findOnClassPath(location)
              : findInFolder(location, diagnostics);
      if (files.isEmpty() && diagnostics.count() == 0) {
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

  private static List<RawFile> findInFolder(Location location, Diagnostics diagnostics)
      throws IOException {
    Path root = Path.of(location.path());
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<RawFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path file : paths.filter(SourceReader::isSource).toList()) {
        String path = root.relativize(file).toString().replace('\\', '/');
        if (isHidden(path)) {
          continue;
        }
        if (file.toRealPath().startsWith(root.toRealPath())) {
          files.add(new RawFile(location.path(), path, ByteBuffer.wrap(Files.readAllBytes(file))));
        } else {
          refuseLink(new SourceFile(location.path(), path, ""), diagnostics);
        }
      }
    }
    return files;
  }

  /** Folders such as {@code .venv} and files such as {@code .travis.yml} are tools' own. */
  private static boolean isHidden(String path) {
    return path.startsWith(".") || path.contains("/.");
  }

  private static void refuseLink(SourceFile file, Diagnostics diagnostics) {
    diagnostics.report(
        file,
        Position.START,
        "the file is a symbolic link that leads out of the location",
        "Nothing but what lies below the location is deployed: copy the file, or name the folder"
            + " that the link leads to as another location.");
  }

  private static boolean isSource(Path file) {
    return isSource(file.toString()) && Files.isRegularFile(file);
  }

  private static boolean isSource(String path) {
    return path.endsWith(PYTHON)
        || SourceFile.isDescriptor(path)
        || SourceFile.isScriptSettings(path);
  }

  private List<RawFile> findOnClassPath(Location location) throws IOException {
    List<RawFile> files = new ArrayList<>();
    try (ScanResult scan =
        new ClassGraph().overrideClassLoaders(loaders()).acceptPaths(location.path()).scan()) {
      for (Resource resource : scan.getAllResources().filter(r -> isSource(r.getPath()))) {
        try (resource) {
          String path = resource.getPath().substring(location.path().length() + 1);
          if (isHidden(path)) {
            continue;
          }
          refuseTwice(files, path, resource);
          files.add(new RawFile(location.path(), path, ByteBuffer.wrap(resource.load())));
        }
      }
    }
    return files;
  }

  /**
   * The loader and those that it asks. ClassGraph asks them too, but looks into the jars of Spring
   * Boot's one jar only where it is told of the JVM's own loader, which has that jar.
   */
  private ClassLoader[] loaders() {
    return Stream.<@Nullable ClassLoader>iterate(
            classLoader, Objects::nonNull, loader -> loader.getParent())
        .toArray(ClassLoader[]::new);
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
