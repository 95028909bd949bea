package org.plpython.source;

import java.util.Comparator;

/**
 * A place in a source file.
 *
 * @param line counted from 1
 * @param column counted from 1, in code points
 */
public record Position(int line, int column) implements Comparable<Position> {

  private static final Comparator<Position> ORDER =
      Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

  /** The first character of a file. */
  public static final Position START = new Position(1, 1);

  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalStateException("no such position: " + line + ":" + column);
    }
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}
