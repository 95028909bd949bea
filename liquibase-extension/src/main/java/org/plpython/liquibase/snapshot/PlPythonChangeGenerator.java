package org.plpython.liquibase.snapshot;

import java.util.List;
import liquibase.database.Database;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.AbstractChangeGenerator;
import liquibase.structure.DatabaseObject;
import org.jspecify.annotations.Nullable;
import org.plpython.liquibase.PostgresOnly;
import org.plpython.liquibase.definition.DropDefinedChange;
import org.plpython.liquibase.definition.DropPlPythonFunctionChange;
import org.plpython.liquibase.definition.DropPlPythonTriggerChange;
import org.plpython.liquibase.definition.PlPythonDefinitionChange;
import org.plpython.sql.DefinedObject;

/** Writes changes of one type of objects, after those of some types and before those of others. */
abstract class PlPythonChangeGenerator extends AbstractChangeGenerator {
  static final String CREATE = "CREATE";

  private final Class<? extends PlPythonObject<?>> type;
  private final List<Class<? extends DatabaseObject>> earlier;
  private final List<Class<? extends DatabaseObject>> later;

  PlPythonChangeGenerator(
      Class<? extends PlPythonObject<?>> type,
      List<Class<? extends DatabaseObject>> earlier,
      List<Class<? extends DatabaseObject>> later) {
    this.type = type;
    this.earlier = earlier;
    this.later = later;
  }

  @Override
  public int getPriority(Class<? extends DatabaseObject> objectType, Database database) {
    return type == objectType && PostgresOnly.holds(database) ? PRIORITY_DEFAULT : PRIORITY_NONE;
  }

  @Override
  public Class<? extends DatabaseObject>[] runAfterTypes() {
    return types(earlier);
  }

  @Override
  public Class<? extends DatabaseObject>[] runBeforeTypes() {
    return types(later);
  }

  @SuppressWarnings("unchecked") // of classes with parameters there are raw arrays only
  private static Class<? extends DatabaseObject>[] types(
      List<Class<? extends DatabaseObject>> types) {
    return types.toArray(new Class[0]);
  }

  /** A change of an object that does not know yet how the object is made. */
  static PlPythonDefinitionChange change(PlPythonObject<?> object, DiffOutputControl control) {
    DefinedObject defined = object.object();
    PlPythonDefinitionChange change = new PlPythonDefinitionChange();
    change.setSchemaName(schema(object, control));
    change.setKind(defined.kind());
    change.setName(defined.name());
    change.setTable(defined.table().orElse(null));
    return change;
  }

  /** Drops an object, so that it can be rolled back. */
  static DropDefinedChange drop(PlPythonObject<?> object, DiffOutputControl control) {
    DefinedObject defined = object.object();
    DropDefinedChange change =
        object instanceof PlPythonTrigger
            ? DropPlPythonTriggerChange.of(schema(object, control), defined)
            : DropPlPythonFunctionChange.of(schema(object, control), defined);
    change.define(object.definition(CREATE));
    return change;
  }

  private static @Nullable String schema(PlPythonObject<?> object, DiffOutputControl control) {
    return control.getIncludeSchema() ? object.getSchema().getName() : null;
  }
}
