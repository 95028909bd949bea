package org.plpython.liquibase;

import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;
import org.plpython.object.ShortName;

/**
 * The change set of one object of a folder. It is known by the folder and the object's identity,
 * whichever file of the folder declares it.
 */
final class PythonChangeSet extends ChangeSet {
  static final String AUTHOR = "plpython";

  /** The width of the history's column. */
  private static final int LONGEST = 255;

  private final FolderChange change;

  PythonChangeSet(FolderChange change, DatabaseChangeLog changelog) {
    super(id(change.id()), AUTHOR, false, true, change.folder().path(), null, null, changelog);
    this.change = change;
    // else an including changelog's logical path would be that of several folders
    setLogicalFilePath(change.folder().path());
    addChange(change);
    change.object().ifPresent(it -> setComments(it.origin().file().path()));
  }

  /** The id of the change set of an object, or of what it is about otherwise. */
  static String id(String name) {
    return ShortName.of(name, LONGEST);
  }

  /** It does when somebody has changed or dropped its object. */
  @Override
  public boolean shouldAlwaysRun() {
    return change.isToBeRepaired();
  }

  /** An instance of an earlier release leaves what a later one has made. */
  @Override
  public boolean shouldRunOnChange() {
    return !change.isLeftToLater();
  }

  @Override
  public boolean isCheckSumValid(@Nullable CheckSum storedCheckSum) {
    return change.isLeftToLater() || super.isCheckSumValid(storedCheckSum);
  }
}
