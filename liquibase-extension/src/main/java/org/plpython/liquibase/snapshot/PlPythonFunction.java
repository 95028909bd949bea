package org.plpython.liquibase.snapshot;

import java.util.Optional;
import org.plpython.sql.DefinedObject;

/**
 * A function or procedure of PL/Python. Its name has the argument types: {@code
 * gross_price(numeric)}.
 */
public final class PlPythonFunction extends PlPythonObject<PlPythonFunction> {
  @Override
  DefinedObject object() {
    return new DefinedObject(text(KIND).orElse("function"), getName(), Optional.empty());
  }
}
