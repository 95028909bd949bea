package org.plpython.python;

import java.util.List;

/**
 * What travels with a function: the statements that it needs, of its own file and of those that it
 * imports.
 *
 * @param entry of the function's own file
 * @param others of other files, sorted by module
 * @param missing imports of what the other files do not have, sorted by file and place
 */
public record Bundle(BundledFile entry, List<BundledFile> others, List<MissingImport> missing) {
  public Bundle {
    others = List.copyOf(others);
    missing = List.copyOf(missing);
  }
}
