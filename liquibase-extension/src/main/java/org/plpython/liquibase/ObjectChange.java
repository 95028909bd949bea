package org.plpython.liquibase;

import java.util.Optional;
import liquibase.change.DatabaseChange;
import org.plpython.object.DatabaseObject;

/** Brings one object of a folder into the database, with the others of it. */
@DatabaseChange(
    name = "plpythonObject",
    description = "A Python function or trigger of an included folder",
    priority = PlPythonChange.PRIORITY_DEFAULT)
public final class ObjectChange extends FolderChange {
  private final DatabaseObject object;

  ObjectChange(PythonFolder folder, DatabaseObject object) {
    super(folder);
    this.object = object;
  }

  @Override
  String id() {
    return ChangelogObjects.name(object);
  }

  @Override
  Optional<DatabaseObject> object() {
    return Optional.of(object);
  }

  @Override
  String checksumText() {
    return object.checksum().sha256();
  }

  @Override
  public String getConfirmationMessage() {
    return "The " + ChangelogObjects.name(object) + " is as its source says";
  }
}
