package org.plpython.liquibase;

import java.util.List;
import org.plpython.object.DatabaseObject;

/** A change that brings objects into the database. */
abstract class DeployingChange extends PlPythonChange {
  /**
   * What it wants there.
   *
   * @throws org.plpython.PlPythonException if the sources hold mistakes
   */
  abstract List<DatabaseObject> objects();
}
