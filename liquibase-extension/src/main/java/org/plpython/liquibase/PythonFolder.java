package org.plpython.liquibase;

import java.util.List;
import org.plpython.object.DatabaseObject;

/**
 * What a changelog includes of Python sources as one. Its first change set to run deploys all of
 * it, as only together the objects are in an order in which the server takes them; the others find
 * theirs done.
 */
final class PythonFolder {
  private final String path;
  private final List<DatabaseObject> objects;

  /**
   * With some objects.
   *
   * @param path as the changelog names it, a folder's or a file's
   */
  PythonFolder(String path, List<DatabaseObject> objects) {
    this.path = path;
    this.objects = List.copyOf(objects);
  }

  String path() {
    return path;
  }

  List<DatabaseObject> objects() {
    return objects;
  }
}
