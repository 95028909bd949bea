package org.plpython.object;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

  /** The names of the classes that rows are made objects of. */
  Set<String> modelNames() {
    Set<String> names = new TreeSet<>();
    newModel.ifPresent(model -> names.add(model.className()));
    oldModel.ifPresent(model -> names.add(model.className()));
    return names;
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
   * @param className in the routine's program
   * @param conversions of the columns that need one
   */
  public record Model(String className, Map<String, Conversion> conversions) {
    public Model {
      conversions = Collections.unmodifiableSortedMap(new TreeMap<>(conversions));
    }
  }
}
