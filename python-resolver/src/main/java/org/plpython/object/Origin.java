package org.plpython.object;

import java.util.List;
import java.util.Optional;
import org.plpython.source.Position;
import org.plpython.source.SourceFile;

/**
 * Where an object comes from. No part of what is installed: an edit elsewhere in the file changes
 * it, and changes nothing in the database.
 *
 * @param file the author's file
 * @param position of the definition in it
 * @param lines for each line of the program its number in the file, 0 if it has none
 */
public record Origin(SourceFile file, Position position, List<Integer> lines) {
  public Origin {
    lines = List.copyOf(lines);
  }

  /** The same program, for what is declared at another place of the file. */
  Origin at(Position other) {
    return new Origin(file, other, lines);
  }

  /**
   * Where a line of the program stands in the author's file, as {@code file:line}.
   *
   * @param programLine counted from 1
   * @return empty if the program has no such line, or the file does not
   */
  public Optional<String> place(int programLine) {
    if (programLine < 1 || programLine > lines.size() || lines.get(programLine - 1) == 0) {
      return Optional.empty();
    }
    return Optional.of(file.displayPath() + ":" + lines.get(programLine - 1));
  }

  /** {@code file:line}, as messages name it. */
  @Override
  public String toString() {
    return file.displayPath() + ":" + position.line();
  }
}
