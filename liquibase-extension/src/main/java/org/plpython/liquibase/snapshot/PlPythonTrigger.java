package org.plpython.liquibase.snapshot;

import org.plpython.catalog.PythonObject;
import org.plpython.sql.DefinedObject;

/**
 * A trigger, or an event trigger, that calls a function of PL/Python. A trigger's name has its
 * table: {@code book.clean_isbn}. An event trigger is in its function's schema.
 */
public final class PlPythonTrigger extends PlPythonObject<PlPythonTrigger> {
  private static final String TABLE = "table";
  private static final String TRIGGER = "trigger";

  /** The name of one. */
  static String name(PythonObject object) {
    return object.table().map(table -> table + ".").orElse("") + object.name();
  }

  @Override
  void read(PythonObject object) {
    super.read(object);
    object.table().ifPresent(table -> setAttribute(TABLE, table));
    setAttribute(TRIGGER, object.name());
  }

  @Override
  DefinedObject object() {
    return new DefinedObject(
        text(KIND).orElse("trigger"), text(TRIGGER).orElse(getName()), text(TABLE));
  }
}
