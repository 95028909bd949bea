package org.plpython.object;

import java.util.Objects;

/**
 * A class of the author's, as a routine's program finds it.
 *
 * @param path of the file that defines it, below the source root
 * @param name at that file's top level
 */
public record ClassReference(String path, String name) {
  public ClassReference {
    Objects.requireNonNull(path);
    Objects.requireNonNull(name);
  }
}
