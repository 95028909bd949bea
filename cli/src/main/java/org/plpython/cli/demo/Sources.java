package org.plpython.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.plpython.deploy.TracebackTranslator;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.Location;
import org.plpython.source.SourceFile;
import org.plpython.source.SourceReader;

/**
 * The bookshop's Python files in a temporary project, where they can be edited.
 *
 * @param project a folder that is removed at {@link #close()}
 * @param names the files' paths below {@link #folder()}, sorted
 */
record Sources(Path project, List<String> names) implements AutoCloseable {
  private static final String FOLDER = "db/plpython";
  private static final Location ORIGINAL = Location.parse("classpath:" + FOLDER);

  static Sources ofTheBookshop() {
    List<SourceFile> files =
        new SourceReader(Sources.class.getClassLoader()).read(List.of(ORIGINAL));
    try {
      Sources sources =
          new Sources(
              Files.createTempDirectory("plpython-demo-"),
              files.stream().map(SourceFile::path).toList());
      Files.createDirectories(sources.folder());
      for (SourceFile file : files) {
        Files.writeString(sources.folder().resolve(file.path()), file.text());
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the Python files are. */
  Path folder() {
    return project.resolve(FOLDER);
  }

  /** Adds another file of the bookshop to the project, of the same path as on the class path. */
  void add(String path) {
    try (InputStream original =
        Objects.requireNonNull(Sources.class.getClassLoader().getResourceAsStream(path), path)) {
      Path file = project.resolve(path);
      Files.createDirectories(file.getParent());
      Files.copy(original, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says errors in terms of the files as the bookshop has them, whatever the folder's name. */
  TracebackTranslator translator() {
    return new TracebackTranslator(
        new PythonResolver(Sources.class.getClassLoader()).resolve(List.of(ORIGINAL)));
  }

  /** The lines from the decorator above a definition to the next blank line. */
  List<String> paragraph(String file, String definition) {
    List<String> lines = text(file).lines().toList();
    int decorator =
        lines.indexOf(
                lines.stream()
                    .filter(line -> line.startsWith(definition))
                    .findFirst()
                    .orElseThrow())
            - 1;
    return lines.stream().skip(decorator).takeWhile(line -> !line.isBlank()).toList();
  }

  /** Changes a file; the difference. */
  List<String> edit(Edit edit) {
    String before = text(edit.file());
    try {
      Files.writeString(folder().resolve(edit.file()), edit.apply(before));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return edit.diff(before);
  }

  private String text(String file) {
    try {
      return Files.readString(folder().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> paths = Files.walk(project)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
