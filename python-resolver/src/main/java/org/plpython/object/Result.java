package org.plpython.object;

import java.util.List;

/** What a routine gives back; the manual's CREATE FUNCTION and CREATE PROCEDURE. */
public sealed interface Result {

  /** {@code void}. */
  record Nothing() implements Result {}

  /** One value. */
  record Value(ValueType type) implements Result {}

  /** {@code SETOF}: any number of values. */
  record Values(ValueType type) implements Result {}

  /**
   * OUT and INOUT parameters.
   *
   * @param shape what Python code returns
   */
  record Outputs(List<Column> columns, Shape shape) implements Result {
    public Outputs {
      columns = List.copyOf(columns);
    }
  }

  /**
   * {@code RETURNS TABLE}: any number of rows.
   *
   * @param shape what Python code yields
   */
  record Table(List<Column> columns, Shape shape) implements Result {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /** A column of a result. */
  record Column(String name, ValueType type) {}

  /** What the columns of a row are taken from. */
  enum Shape {
    /** An object's attributes. */
    OBJECT,
    /** A dictionary's items, or a sequence's elements in order; the one value of one column. */
    ITEMS
  }
}
