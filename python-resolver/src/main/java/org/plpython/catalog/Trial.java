package org.plpython.catalog;

import java.util.List;

/**
 * An object's likeness in the session's temporary schema: what the server makes of its types,
 * defaults and conditions can be read there before the object itself is touched.
 *
 * @param identity of the object that is meant
 * @param kind of the likeness
 * @param name of the likeness, in pg_temp
 * @param statements that make it
 */
public record Trial(String identity, String kind, String name, List<String> statements) {
  public Trial {
    statements = List.copyOf(statements);
  }
}
