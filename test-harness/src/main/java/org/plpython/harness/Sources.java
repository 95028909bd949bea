package org.plpython.harness;

import java.util.List;
import org.plpython.object.DatabaseObject;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.Location;

/** Reads the Python sources of a project under test. */
final class Sources {

  private Sources() {}

  /** What they are to install. */
  static List<DatabaseObject> objects(List<String> locations) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return new PythonResolver(loader).resolve(locations.stream().map(Location::parse).toList());
  }
}
