package org.plpython.object;

import java.util.List;
import java.util.Optional;
import org.plpython.descriptor.Place;
import org.plpython.source.Position;
import org.plpython.source.SourceFile;

/**
 * Where an object comes from. No part of what is installed: an edit elsewhere in the file changes
 * it, and changes nothing in the database.
 *
 * @param file the author's file
 * @param position of the definition in it
 * @param lines where each line of the program comes from
 */
public record Origin(SourceFile file, Position position, List<Line> lines) {
  public Origin {
    lines = List.copyOf(lines);
  }

  /** The same program, for what is declared at another place. */
  Origin at(Place other) {
    return new Origin(other.file(), other.position(), lines);
  }

  /**
   * A line of an author's file.
   *
   * @param file the file
   * @param number counted from 1; 0 for a blank line of ours
   */
  public record Line(SourceFile file, int number) {}

  /**
   * The author's file and line, {@code file:line}, of a line of the program; empty if that has no
   * such line or if it is a blank one of ours.
   *
   * @param programLine counted from 1 over all files of the program, as the server counts
   */
  public Optional<String> place(int programLine) {
    return programLine < 1 || programLine > lines.size()
        ? Optional.empty()
        : Optional.of(lines.get(programLine - 1))
            .filter(line -> line.number() > 0)
            .map(line -> line.file().displayPath() + ":" + line.number());
  }

  /** {@code file:line}, as messages name it. */
  @Override
  public String toString() {
    return file.displayPath() + ":" + position.line();
  }
}
