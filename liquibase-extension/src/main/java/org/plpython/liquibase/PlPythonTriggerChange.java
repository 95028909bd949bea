package org.plpython.liquibase;

import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import org.jspecify.annotations.Nullable;
import org.plpython.object.DatabaseObject;
import org.plpython.object.EventTrigger;
import org.plpython.object.Trigger;

/**
 * The change type {@code plpythonTrigger}: brings one trigger or event trigger of a Python source
 * into the database with its function, or replaces them.
 */
@DatabaseChange(
    name = "plpythonTrigger",
    description = "Creates or replaces a trigger written in Python, and its function",
    priority = ChangeMetaData.PRIORITY_DEFAULT)
public final class PlPythonTriggerChange extends ObjectSourceChange {
  private @Nullable String trigger;

  /** Liquibase makes them. */
  public PlPythonTriggerChange() {}

  /** The trigger's name, with or without its table; null: the source has one trigger alone. */
  @DatabaseChangeProperty(requiredForDatabase = "none", supportsDatabase = "all")
  public @Nullable String getTrigger() {
    return trigger;
  }

  /** Sets the trigger's name. */
  public void setTrigger(@Nullable String trigger) {
    this.trigger = trigger;
  }

  @Override
  @Nullable String choice() {
    return trigger;
  }

  @Override
  boolean isOfSort(DatabaseObject object) {
    return object instanceof Trigger || object instanceof EventTrigger;
  }

  @Override
  String sort() {
    return "trigger";
  }
}
