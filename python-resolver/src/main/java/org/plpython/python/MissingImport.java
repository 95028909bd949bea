package org.plpython.python;

import java.util.List;
import java.util.Objects;
import org.plpython.source.Position;

/**
 * An import of something that the source roots do not have.
 *
 * @param file that holds the import
 * @param position of the name in it
 * @param kind what is missing
 * @param module what is imported from; for a module, the package that should hold it
 * @param name what is missing
 * @param known what there is instead
 */
public record MissingImport(
    PythonFile file, Position position, Kind kind, String module, String name, List<String> known) {
  public MissingImport {
    Objects.requireNonNull(file);
    known = known.stream().sorted().toList();
  }

  /** What an import may miss. */
  public enum Kind {
    /** The module binds no such name. */
    NAME,
    /** The package has no such module. */
    MODULE,
    /** The dots lead out of the source root. */
    PACKAGE
  }
}
