package org.plpython.python;

/**
 * A range of lines, counted from 1.
 *
 * @param first the first line
 * @param last the last line, included
 */
public record Lines(int first, int last) {
  public Lines {
    if (first < 1 || last < first) {
      throw new IllegalStateException("no such lines: " + first + " to " + last);
    }
  }

  /** The smallest range that holds both. */
  Lines and(Lines other) {
    return new Lines(Math.min(first, other.first), Math.max(last, other.last));
  }
}
