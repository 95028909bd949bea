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

/** Drops a function or procedure. */
@DatabaseChange(
    name = "dropPlpythonFunction",
    description = "Drops a PL/Python function or procedure",
    priority = ChangeMetaData.PRIORITY_DEFAULT)
public final class DropPlPythonFunctionChange extends DropDefinedChange {
  private @Nullable String function;

  /** For one in a schema. */
  public static DropPlPythonFunctionChange of(@Nullable String schema, DefinedObject routine) {
    DropPlPythonFunctionChange change = new DropPlPythonFunctionChange();
    change.setSchemaName(schema);
    change.setFunction(routine.name());
    return change;
  }

  /** Its name and argument types as PostgreSQL writes them: {@code shop.gross_price(numeric)}. */
  @DatabaseChangeProperty(supportsDatabase = "all", requiredForDatabase = "none")
  public @Nullable String getFunction() {
    return function;
  }

  /** Sets its name and argument types. */
  public void setFunction(@Nullable String function) {
    this.function = function;
  }

  @Override
  DefinedObject object() {
    return new DefinedObject("function", function == null ? "" : function, Optional.empty());
  }

  @Override
  List<@Nullable String> identifying() {
    return Arrays.asList(function);
  }

  @Override
  void addErrors(ValidationErrors errors) {
    if (function == null || !function.strip().endsWith(")")) {
      errors.addError(
          "dropPlpythonFunction wants function: its name with its argument types, such as"
              + " shop.gross_price(numeric)");
    }
  }
}
