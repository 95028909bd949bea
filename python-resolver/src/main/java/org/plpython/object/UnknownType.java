package org.plpython.object;

import java.util.Map;
import java.util.Set;

/**
 * Why an annotation means no PostgreSQL type.
 *
 * @param message what is wrong
 * @param advice what to do about it
 */
record UnknownType(String message, String advice) {
  private static final Map<String, String> MODULES =
      Map.of(
          "Decimal", "decimal",
          "UUID", "uuid",
          "Dict", "typing",
          "List", "typing",
          "Mapping", "typing",
          "Optional", "typing",
          "Union", "typing");

  private static final Set<String> LISTS = Set.of("list", "typing.List");
  private static final Set<String> DATES =
      Set.of("datetime.date", "datetime.time", "datetime.datetime", "datetime.timedelta");

  /** Lists of lists are arrays of more dimensions, whose elements PL/Python hands over as is. */
  static final UnknownType NESTED =
      new UnknownType(
          "a list of lists cannot hold dict or UUID",
          "Take a dict that holds the lists, or one list.");

  private static final String KNOWN =
      "Known are int, float, bool, str, bytes, Decimal, UUID, dict, list[...] of one of them, and"
          + " each of them with '| None'.";

  /**
   * The reason.
   *
   * @param name what the annotation stands for; empty if it is no name
   * @param isBound the file binds that name
   */
  static UnknownType of(String name, boolean isBound) {
    if (!isBound && MODULES.containsKey(name)) {
      return new UnknownType(
          "'" + name + "' is not imported",
          "Add at the top: from " + MODULES.get(name) + " import " + name);
    }
    String message =
        "no PostgreSQL type is known for "
            + (name.isEmpty() ? "this annotation" : "'" + name + "'");
    if (LISTS.contains(name)) {
      return new UnknownType(message, "Say what is in the list: list[int].");
    } else if (DATES.contains(name)) {
      return new UnknownType(message, "Take and return it as str, as PostgreSQL writes it.");
    }
    return new UnknownType(message, KNOWN);
  }
}
