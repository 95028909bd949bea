package org.plpython.object;

import java.util.Objects;
import org.plpython.source.ScriptNaming.ScriptName;

/**
 * A Python file that runs once in the server, as a program's main module: no object of the
 * database.
 *
 * @param name what the file's name says
 * @param program the whole file, and what it needs of those that it imports
 * @param origin the file
 * @param isTransactional whether it runs in a transaction of whoever runs it; if not, it may commit
 */
public record Script(ScriptName name, Program program, Origin origin, boolean isTransactional) {
  /** What {@code __name__} is in it. */
  public static final String MAIN = "__main__";

  public Script {
    Objects.requireNonNull(name);
    Objects.requireNonNull(program);
    Objects.requireNonNull(origin);
  }

  /**
   * A hash over the file's own text: files that it imports may change once it has run, and it has
   * run nevertheless.
   */
  public Checksum checksum() {
    return Checksum.ofText(origin.file().text());
  }
}
