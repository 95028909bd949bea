package org.plpython.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The PostgreSQL installations of a machine: in the folders of Debian's packages, PostgreSQL's
 * RPMs, Homebrew and Postgres.app, and wherever {@code pg_config} says.
 *
 * @param root the folder below which all of these are: {@code /}
 * @param path where programs are looked for, as in the environment's PATH
 */
record LocalInstallations(Path root, String path) {

  /** A folder with installations in folders named after their version. */
  private record Layout(String folder, String prefix) {}

  private static final List<Layout> LAYOUTS =
      List.of(
          new Layout("usr/lib/postgresql", ""),
          new Layout("usr", "pgsql-"),
          new Layout("opt/homebrew/opt", "postgresql@"),
          new Layout("usr/local/opt", "postgresql@"),
          new Layout("home/linuxbrew/.linuxbrew/opt", "postgresql@"),
          new Layout("Applications/Postgres.app/Contents/Versions", ""));

  private static final List<String> LIBRARIES = List.of("lib", "lib/postgresql");

  static LocalInstallations ofThisMachine() {
    String path = System.getenv("PATH");
    return new LocalInstallations(Path.of("/"), path == null ? "" : path);
  }

  /** All of them: the newest first, and of one version the one with PL/Python first. */
  List<LocalInstallation> find() {
    List<LocalInstallation> found = new ArrayList<>();
    for (Layout layout : LAYOUTS) {
      for (Path home : homes(layout)) {
        installation(home, layout).ifPresent(found::add);
      }
    }
    PgConfig.on(path).flatMap(PgConfig::installation).ifPresent(found::add);
    return found.stream()
        .filter(installation -> isComplete(installation.programs()))
        .sorted(
            Comparator.comparing(LocalInstallation::version)
                .reversed()
                .thenComparing(installation -> installation.module().isEmpty()))
        .toList();
  }

  /** For messages: where was looked. */
  String places() {
    return String.join(
        ", ",
        LAYOUTS.stream()
            .map(layout -> root.resolve(layout.folder()).resolve(layout.prefix() + "NN").toString())
            .toList());
  }

  private List<Path> homes(Layout layout) {
    Path folder = root.resolve(layout.folder());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(child -> version(child, layout).isPresent()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Integer> version(Path home, Layout layout) {
    String name = String.valueOf(home.getFileName());
    String number =
        name.startsWith(layout.prefix()) ? name.substring(layout.prefix().length()) : "";
    return number.matches("[1-9][0-9]?") ? Optional.of(Integer.valueOf(number)) : Optional.empty();
  }

  private static Optional<LocalInstallation> installation(Path home, Layout layout) {
    Optional<Path> module =
        LIBRARIES.stream()
            .map(home::resolve)
            .flatMap(folder -> module(folder).stream())
            .findFirst();
    return version(home, layout)
        .map(version -> new LocalInstallation(version, home.resolve("bin"), module));
  }

  /** PL/Python in a folder of libraries. */
  static Optional<Path> module(Path folder) {
    return Stream.of("plpython3.so", "plpython3.dylib")
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst();
  }

  private static boolean isComplete(Path programs) {
    return Stream.of("initdb", "postgres").map(programs::resolve).allMatch(Files::exists);
  }

  /** The first program of a name on a path. */
  static Optional<Path> program(String name, String path) {
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
