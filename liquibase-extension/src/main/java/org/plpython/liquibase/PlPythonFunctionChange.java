package org.plpython.liquibase;

import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import org.jspecify.annotations.Nullable;
import org.plpython.object.Aggregate;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Routine;

/**
 * The change type {@code plpythonFunction}: brings one function, procedure or aggregate of a Python
 * source into the database, or replaces it.
 */
@DatabaseChange(
    name = "plpythonFunction",
    description = "Creates or replaces a function written in Python",
    priority = ChangeMetaData.PRIORITY_DEFAULT)
public final class PlPythonFunctionChange extends ObjectSourceChange {
  private @Nullable String function;

  /** Liquibase makes them. */
  public PlPythonFunctionChange() {}

  /**
   * The function's name in SQL, with or without schema and argument types; null: the source has one
   * function alone.
   */
  @DatabaseChangeProperty(requiredForDatabase = "none", supportsDatabase = "all")
  public @Nullable String getFunction() {
    return function;
  }

  /** Sets the function's name. */
  public void setFunction(@Nullable String function) {
    this.function = function;
  }

  @Override
  @Nullable String choice() {
    return function;
  }

  @Override
  boolean isOfSort(DatabaseObject object) {
    return object instanceof Routine.Function || object instanceof Aggregate;
  }

  @Override
  String sort() {
    return "function";
  }
}
