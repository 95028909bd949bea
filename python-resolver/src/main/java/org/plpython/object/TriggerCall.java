package org.plpython.object;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a trigger function is called.
 *
 * @param arguments what its parameters get, in their order
 * @param newModel the class that {@code new} is an object of; empty: a plain row
 * @param oldModel the same for {@code old}
 */
public record TriggerCall(
    List<Argument> arguments, Optional<Model> newModel, Optional<Model> oldModel) {
  public TriggerCall {
    arguments = List.copyOf(arguments);
  }

  /** What a parameter of a trigger function may get. */
  public enum Argument {
    /** The row as it will be; None on DELETE. */
    NEW,
    /** The row as it was; None on INSERT. */
    OLD,
    /** PL/Python's own dictionary TD; the manual's section 44.5. */
    TD,
    /** The module plpy. */
    PLPY
  }

  /**
   * A class of the author's that stands for a table's rows.
   *
   * @param type the class
   * @param conversions of the columns that need one
   */
  public record Model(ClassReference type, Map<String, Conversion> conversions) {
    public Model {
      conversions = Collections.unmodifiableSortedMap(new TreeMap<>(conversions));
    }
  }
}
