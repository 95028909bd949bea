package org.plpython.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.plpython.source.Location;
import org.plpython.source.SourceFile;
import org.plpython.source.SourceReader;
import picocli.CommandLine.Option;

/** The option {@code --source} and the files that it names. */
final class SourceOption {
  private static final String VARIABLE = "PLPYTHON_LOCATIONS";
  private static final String FOLDER_PREFIX = "filesystem:";

  private final String fallback;

  @Option(
      names = "--source",
      paramLabel = "DIR",
      description = {
        "A folder with .py files and YAML descriptors; all of them and those in the folders below"
            + " are read. May be given several times.",
        "Default: the environment variable PLPYTHON_LOCATIONS, folders separated by commas."
      })
  private List<String> folders = List.of();

  SourceOption(Map<String, String> environment) {
    this.fallback = environment.getOrDefault(VARIABLE, "");
  }

  /**
   * The Python files of all folders.
   *
   * @throws org.plpython.PlPythonException if there is no folder, or one that cannot be used
   */
  List<SourceFile> read() {
    List<Location> locations = named().stream().map(SourceOption::location).distinct().toList();
    return new SourceReader(SourceOption.class.getClassLoader()).read(locations);
  }

  private List<String> named() {
    List<String> named =
        folders.isEmpty()
            ? Arrays.stream(fallback.split(",", -1))
                .map(String::strip)
                .filter(folder -> !folder.isEmpty())
                .toList()
            : folders;
    if (named.isEmpty()) {
      throw new InvalidArgumentException(
          "Which Python sources? Name their folder with --source DIR or in " + VARIABLE + ".");
    }
    return named;
  }

  private static Location location(String text) {
    if (text.startsWith("classpath:")) {
      throw new InvalidArgumentException(
          "'%s' is on a class path, which the command line has not: name a folder, such as src/main/resources/%s."
              .formatted(text, text.substring("classpath:".length())));
    }
    String folder = text.startsWith(FOLDER_PREFIX) ? text.substring(FOLDER_PREFIX.length()) : text;
    return Location.folder(folder);
  }
}
