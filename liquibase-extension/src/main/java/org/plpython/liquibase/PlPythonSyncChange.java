package org.plpython.liquibase;

import java.util.List;
import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
import liquibase.exception.RollbackImpossibleException;
import org.jspecify.annotations.Nullable;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Release;

/**
 * The change type {@code plpythonSync}: brings the database to what a folder of Python sources
 * holds, all in one transaction: installs, replaces, and removes what the folder no longer holds.
 */
@DatabaseChange(
    name = "plpythonSync",
    description = "Brings the database to what a folder of Python sources holds",
    priority = ChangeMetaData.PRIORITY_DEFAULT)
public final class PlPythonSyncChange extends SourceChange {
  private @Nullable Boolean prune;

  /** Liquibase makes them. */
  public PlPythonSyncChange() {}

  /** Whether what nothing in the changelog holds any longer is removed; null: it is. */
  @DatabaseChangeProperty(requiredForDatabase = "none", supportsDatabase = "all")
  public @Nullable Boolean getPrune() {
    return prune;
  }

  /** Sets whether that is removed. */
  public void setPrune(@Nullable Boolean prune) {
    this.prune = prune;
  }

  @Override
  boolean isPruning() {
    return !Boolean.FALSE.equals(prune);
  }

  @Override
  List<DatabaseObject> chosen(List<DatabaseObject> objects) {
    return objects;
  }

  @Override
  String checksumText() {
    return Release.of(objects()) + " " + isPruning();
  }

  @Override
  public String getConfirmationMessage() {
    return "The database holds what " + getPath() + " holds";
  }

  @Override
  public boolean supportsRollback(Database database) {
    return false;
  }

  @Override
  Work rollbackWork(Session session) throws RollbackImpossibleException {
    throw impossible();
  }

  @Override
  List<String> rollbackScript(Database database) throws RollbackImpossibleException {
    throw impossible();
  }

  private static RollbackImpossibleException impossible() {
    return new RollbackImpossibleException(
        "plpythonSync does not know which of its objects the last run has changed. Give its change"
            + " set a <rollback>, or include the folder: each object has a change set of its own"
            + " then, that can be rolled back");
  }
}
