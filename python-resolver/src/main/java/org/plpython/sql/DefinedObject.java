package org.plpython.sql;

import java.util.Locale;
import java.util.Optional;

/**
 * What a definition is about, as people and statements name it.
 *
 * @param kind in SQL's words
 * @param name as SQL, a routine's with its argument types
 * @param table a trigger's, as SQL
 */
public record DefinedObject(String kind, String name, Optional<String> table) {
  /** Whether it is a trigger or an event trigger, not a routine. */
  public boolean isTrigger() {
    return kind.endsWith("trigger");
  }

  String sql(boolean ifExists) {
    return (isTrigger() ? kind.toUpperCase(Locale.ROOT) : "ROUTINE")
        + (ifExists ? " IF EXISTS " : " ")
        + name
        + table.map(it -> " ON " + it).orElse("");
  }
}
