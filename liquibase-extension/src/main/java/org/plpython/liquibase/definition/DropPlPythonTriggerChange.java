package org.plpython.liquibase.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.exception.ValidationErrors;
import org.jspecify.annotations.Nullable;
import org.plpython.sql.DefinedObject;

/** Drops a trigger, or an event trigger. */
@DatabaseChange(
    name = "dropPlpythonTrigger",
    description = "Drops a trigger or event trigger that calls PL/Python",
    priority = ChangeMetaData.PRIORITY_DEFAULT)
public final class DropPlPythonTriggerChange extends DropDefinedChange {
  private @Nullable String name;
  private @Nullable String table;

  /** For one in a schema. */
  public static DropPlPythonTriggerChange of(@Nullable String schema, DefinedObject trigger) {
    DropPlPythonTriggerChange change = new DropPlPythonTriggerChange();
    change.setSchemaName(schema);
    change.setName(trigger.name());
    change.setTable(trigger.table().orElse(null));
    return change;
  }

  /** Its name as SQL. */
  @DatabaseChangeProperty(supportsDatabase = "all", requiredForDatabase = "none")
  public @Nullable String getName() {
    return name;
  }

  /** Sets its name. */
  public void setName(@Nullable String name) {
    this.name = name;
  }

  /** Its table as SQL, with its schema or without; null: it is an event trigger. */
  @DatabaseChangeProperty(supportsDatabase = "all", requiredForDatabase = "none")
  public @Nullable String getTable() {
    return table;
  }

  /** Sets its table. */
  public void setTable(@Nullable String table) {
    this.table = table;
  }

  @Override
  DefinedObject object() {
    return new DefinedObject(
        table == null ? "event trigger" : "trigger",
        name == null ? "" : name,
        Optional.ofNullable(table));
  }

  @Override
  List<@Nullable String> identifying() {
    return Arrays.asList(name, table);
  }

  @Override
  void addErrors(ValidationErrors errors) {
    if (name == null) {
      errors.addError(
          "dropPlpythonTrigger wants name, and the table if it is no event trigger, such as"
              + " table: shop.book, name: clean_isbn");
    }
  }
}
