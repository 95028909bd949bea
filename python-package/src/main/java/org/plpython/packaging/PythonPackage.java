package org.plpython.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The Python package in all its forms. The same sources, version and time give the same bytes. */
public final class PythonPackage {
  private final ProjectFile project;
  private final Wheel wheel;
  private final SourceDistribution sources;

  private PythonPackage(ProjectFile project, Wheel wheel, SourceDistribution sources) {
    this.project = project;
    this.wheel = wheel;
    this.sources = sources;
  }

  /**
   * Reads a project.
   *
   * @param root the folder with its pyproject.toml
   * @param license a file
   * @param mavenVersion that the version in pyproject.toml must stand for
   * @throws InvalidPackageException if pyproject.toml does not fit
   */
  static PythonPackage read(Path root, Path license, String mavenVersion) throws IOException {
    ProjectFile project = ProjectFile.read(root.resolve("pyproject.toml"));
    String version = PythonVersion.ofMaven(mavenVersion).text();
    if (!project.version().equals(version)) {
      throw new InvalidPackageException(
          "pyproject.toml says version = \"%s\", and Maven's %s is \"%s\" in Python: write that."
              .formatted(project.version(), mavenVersion, version));
    }
    SortedMap<String, byte[]> files = Sources.of(root, project.packages());
    byte[] readme = Files.readAllBytes(root.resolve(project.readme()));
    byte[] licenseText = Files.readAllBytes(license);
    Metadata metadata = new Metadata(project, new String(readme, UTF_8));
    return new PythonPackage(
        project,
        new Wheel(project, metadata, files, licenseText),
        new SourceDistribution(
            project,
            metadata,
            files,
            Map.of(
                "pyproject.toml",
                Files.readAllBytes(root.resolve("pyproject.toml")),
                project.readme(),
                readme,
                "LICENSE",
                licenseText)));
  }

  /** What a wheel of it must be called. */
  String wheelName() {
    return project.name() + "-" + project.version() + "-py3-none-any.whl";
  }

  /** What its source distribution must be called. */
  String sourcesName() {
    return project.name() + "-" + project.version() + ".tar.gz";
  }

  /**
   * Writes the wheel and the source distribution, each under its name.
   *
   * @param folder that holds nothing else
   * @param time of all their files
   */
  void write(Path folder, Instant time) throws IOException {
    remove(folder);
    Files.createDirectories(folder);
    LocalDateTime local = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    Files.write(folder.resolve(wheelName()), wheel.bytes(local));
    Files.write(folder.resolve(sourcesName()), sources.bytes(time));
  }

  /** Writes the wheel's files as they are, in place of those of an earlier build. */
  void writeTree(Path tree) throws IOException {
    Files.createDirectories(tree);
    try (Stream<Path> children = Files.list(tree)) {
      for (Path child : children.filter(this::isOurs).toList()) {
        remove(child);
      }
    }
    for (Map.Entry<String, byte[]> file : wheel.files().entrySet()) {
      Path path = tree.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private boolean isOurs(Path child) {
    String name = child.getFileName().toString();
    return name.equals(project.name())
        || (name.startsWith(project.name() + "-") && name.endsWith(".dist-info"));
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /**
   * Writes a project's package.
   *
   * @param arguments the project's folder, its license, Maven's version, the time of all files, the
   *     folder that gets the wheel and the sources, and the one that gets the wheel's files
   */
  public static void main(String[] arguments) throws IOException {
    PythonPackage project = read(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]);
    project.write(Path.of(arguments[4]), Instant.parse(arguments[3]));
    project.writeTree(Path.of(arguments[5]));
  }
}
