package org.plpython.python;

import java.util.Optional;
import java.util.Set;

/**
 * A name with what is read, called and indexed on it, as far as it can be told without running it.
 *
 * @param root what the name at its beginning is
 * @param name the whole, with imports resolved: {@code os.environ[]}, {@code
 *     decimal.getcontext().prec}
 */
public record Reference(Root root, String name) {
  private static final Set<String> PLPY = Set.of("plpy.", "plpython.plpy.");

  /** What a name is. */
  public enum Root {
    /** An import binds it. */
    IMPORT,
    /** The top level of the file binds it otherwise. */
    FILE,
    /** Nothing in the file binds it. */
    BUILTIN,
    /** A parameter or a variable of the function around it. */
    LOCAL,
    /** It is no name. */
    OTHER
  }

  /** Whether it is one of these, which modules have: {@code random.seed}. */
  public boolean isImported(Set<String> names) {
    return root == Root.IMPORT && names.contains(name);
  }

  /** Whether it is one of these, which every file has: {@code print}. */
  public boolean isBuiltin(Set<String> names) {
    return root == Root.BUILTIN && names.contains(name);
  }

  /** What of PL/Python's module {@code plpy} it is: {@code execute}. */
  public Optional<String> ofPlpy() {
    return root == Root.FILE || root == Root.OTHER
        ? Optional.empty()
        : PLPY.stream()
            .filter(name::startsWith)
            .map(prefix -> name.substring(prefix.length()))
            .findFirst();
  }

  /** The last name of it: {@code prec}. */
  public String lastName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
