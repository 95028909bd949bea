package org.plpython.object;

import java.util.Objects;

/**
 * A class of the author's, as a routine's program finds it.
 *
 * @param path of the file that defines it, below the source root
 * @param name at that file's top level
 */
public record ClassReference(String path, String name) implements Comparable<ClassReference> {
  public ClassReference {
    Objects.requireNonNull(path);
    Objects.requireNonNull(name);
  }

  @Override
  public int compareTo(ClassReference other) {
    int byPath = path.compareTo(other.path);
    return byPath != 0 ? byPath : name.compareTo(other.name);
  }
}
