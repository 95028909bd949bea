package org.plpython.object;

import java.util.Locale;
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
      Map.ofEntries(
          Map.entry("Annotated", "typing"),
          Map.entry("Decimal", "decimal"),
          Map.entry("Dict", "typing"),
          Map.entry("Iterator", "typing"),
          Map.entry("List", "typing"),
          Map.entry("Mapping", "typing"),
          Map.entry("Optional", "typing"),
          Map.entry("UUID", "uuid"),
          Map.entry("Union", "typing"),
          Map.entry("date", "datetime"),
          Map.entry("datetime", "datetime"),
          Map.entry("time", "datetime"),
          Map.entry("timedelta", "datetime"));

  private static final Set<String> LISTS = Set.of("list", "typing.List", "typing.Sequence");
  private static final Set<String> SETS =
      Set.of("set", "frozenset", "typing.Set", "typing.FrozenSet", "typing.AbstractSet");
  private static final Set<String> TUPLES = Set.of("tuple", "typing.Tuple");

  private static final String KNOWN =
      "Known are int, float, bool, str, bytes, Decimal, UUID, date, time, datetime, timedelta, dict,"
          + " list[...] of one of them, dataclasses, NamedTuples, TypedDicts and Enums, each of them"
          + " with '| None', and Annotated[T, \"any sql type\"].";

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
    } else if (SETS.contains(name)) {
      return new UnknownType(
          message,
          "PostgreSQL has no sets: take or return a list, as in list[int] and sorted(...).");
    } else if (TUPLES.contains(name)) {
      return new UnknownType(
          message, "Take list[int] for an array, or a NamedTuple for a composite type.");
    }
    return new UnknownType(message, KNOWN);
  }

  /** A string in Annotated that is no type. */
  static UnknownType noSqlType(String text) {
    return new UnknownType(
        "'" + text + "' is no name of an SQL type",
        "Write one type, as CREATE TABLE takes it: Annotated[int, \"bigint\"].");
  }

  /** A type that PL/Python refuses. */
  static UnknownType pseudoType(SqlType type) {
    return new UnknownType(
        "functions in PL/Python cannot take or return the type " + type.sql(),
        "Write a real type, or several functions with one name=.");
  }

  /** A list with an SQL type that is no array. */
  static UnknownType noArray(SqlType type) {
    return new UnknownType(
        "a list is no value of the SQL type " + type.sql(),
        "Write the array type " + type.sql() + "[], or jsonb.");
  }

  /** Types of both sides that do not meet. */
  static UnknownType misfit(PythonKind kind, SqlType type) {
    return new UnknownType(
        "values of the SQL type " + type.sql() + " cannot be " + kind.simpleName() + " in Python",
        "Write a type that fits "
            + kind.simpleName()
            + ", such as "
            + kind.defaultType().sql()
            + ", or another annotation.");
  }

  /** A class that stands for no type. */
  static UnknownType otherClass(String name) {
    return new UnknownType(
        "the class '" + name + "' stands for no PostgreSQL type",
        "Make it a dataclass or a NamedTuple for a composite type, an Enum for an enum type, or a"
            + " TypedDict for jsonb.");
  }

  /** A class that holds itself. */
  static UnknownType recursive(String name) {
    return new UnknownType(
        "the class '" + name + "' holds itself",
        "A composite type cannot: keep the inner ones as dict, which is jsonb.");
  }

  /** A class whose type's name finds another type. */
  static UnknownType takenName(String name) {
    return new UnknownType(
        "the class '"
            + name
            + "' would stand for PostgreSQL's own type "
            + name.toLowerCase(Locale.ROOT),
        "Say which type is meant, with its schema: @pltype(\"shop."
            + name.toLowerCase(Locale.ROOT)
            + "\").");
  }

  /** An enum whose labels are not known. */
  static UnknownType unlabelled(String name, String member) {
    return new UnknownType(
        "the value of '" + name + "." + member + "' is no string",
        "The labels of an enum type are the members' values: "
            + member
            + " = \""
            + member.toLowerCase(Locale.ROOT)
            + "\". For numbers, annotate int.");
  }
}
