package org.plpython.object;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Python source that is installed with a routine.
 *
 * @param entry the callable in the file that declares it
 * @param main the needed part of that file
 * @param others the needed parts of the files that it imports, sorted by name
 */
public record Program(String entry, Part main, List<Part> others) implements RoutineCode {
  public Program {
    Objects.requireNonNull(entry);
    others = List.copyOf(others);
  }

  /**
   * The needed part of a file, a module of its own in the server.
   *
   * @param name of the module, with dots
   * @param path of the file below the source root
   * @param text with LF line ends
   * @param provided names that the text expects to find, and what they stand for: {@code db} for
   *     {@code plpython.plpy}
   */
  public record Part(String name, String path, String text, Map<String, String> provided) {
    public Part {
      Objects.requireNonNull(name);
      Objects.requireNonNull(path);
      Objects.requireNonNull(text);
      provided = Collections.unmodifiableSortedMap(new TreeMap<>(provided));
    }

    /** How many lines the text has; all of them count in the program's lines. */
    public int lineCount() {
      return (int) text.lines().count();
    }
  }

  /** The declaring file's path below the source root. */
  @Override
  public String path() {
    return main.path();
  }

  /** All parts, in the order in which their lines are counted: that of the declaring file first. */
  public List<Part> parts() {
    return Stream.concat(Stream.of(main), others.stream()).toList();
  }

  /** The text of all parts, so that its lines are the program's. */
  @Override
  public String text() {
    return parts().stream().map(Part::text).collect(Collectors.joining());
  }

  /** Whether a part expects to find something: {@code plpython.Row}. */
  public boolean isProvided(String origin) {
    return parts().stream().anyMatch(part -> part.provided().containsValue(origin));
  }
}
