package org.plpython.harness.assertions;

import java.sql.SQLException;
import java.util.List;
import org.plpython.harness.PlPythonErrors;
import org.plpython.object.DatabaseObject;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.Location;

/**
 * The sources under test.
 *
 * @param locations where they are; none: nobody knows
 */
record Sources(List<String> locations) {

  List<DatabaseObject> objects() {
    if (locations.isEmpty()) {
      throw new AssertionError(
          "Which Python sources are deployed is not known: name them by withSources(...)");
    }
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return new PythonResolver(loader).resolve(locations.stream().map(Location::parse).toList());
  }

  /** An error's message, in terms of the sources where they are known. */
  String message(SQLException error) {
    return locations.isEmpty()
        ? String.valueOf(error.getMessage())
        : PlPythonErrors.of(locations.toArray(String[]::new)).message(error);
  }
}
