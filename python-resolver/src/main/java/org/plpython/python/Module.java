package org.plpython.python;

import java.util.List;
import java.util.Optional;

/**
 * A module or package of the source roots.
 *
 * @param name with the packages around it: {@code shop.prices}
 * @param file empty: a folder without {@code __init__.py}
 * @param folders where its submodules are; empty if it is no package
 */
record Module(String name, Optional<PythonFile> file, List<Folder> folders) {
  Module {
    folders = List.copyOf(folders);
  }

  /**
   * A folder below a source root.
   *
   * @param location of the root
   * @param path below it; empty for the root itself
   */
  record Folder(String location, String path) {
    Folder child(String name) {
      return new Folder(location, path.isEmpty() ? name : path + "/" + name);
    }
  }
}
