package org.plpython.object;

import java.util.Objects;

/**
 * What runs once in the server, as a program's main module: no object of the database.
 *
 * @param program the whole file, and what it needs of those that it imports
 * @param origin the file
 */
public record Script(Program program, Origin origin) {
  /** What {@code __name__} is in it. */
  public static final String MAIN = "__main__";

  public Script {
    Objects.requireNonNull(program);
    Objects.requireNonNull(origin);
  }
}
