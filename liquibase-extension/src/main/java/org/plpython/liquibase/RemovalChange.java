package org.plpython.liquibase;

import java.util.Optional;
import java.util.TreeSet;
import liquibase.change.DatabaseChange;
import org.plpython.object.DatabaseObject;

/**
 * Removes what the project has in the database and nothing in the changelog wants. It runs when
 * that may have changed: whenever the changelog wants other objects than before, in whatever files
 * they are (trap L9).
 */
@DatabaseChange(
    name = "plpythonRemoval",
    description = "Removes the Python functions and triggers that the sources no longer hold",
    priority = PlPythonChange.PRIORITY_DEFAULT)
public final class RemovalChange extends FolderChange {
  static final String ID = "removed objects";

  RemovalChange(PythonFolder folder) {
    super(folder);
  }

  @Override
  String id() {
    return ID;
  }

  @Override
  Optional<DatabaseObject> object() {
    return Optional.empty();
  }

  @Override
  String checksumText() {
    return String.join("\n", new TreeSet<>(round().wanted(this).names()));
  }

  @Override
  public String getConfirmationMessage() {
    return "Nothing is in the database that the sources no longer hold";
  }
}
