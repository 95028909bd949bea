package org.plpython.cli.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Replaces a line.
 *
 * @param file its path below the sources' folder
 * @param before the whole line as it is
 * @param after the whole line as it shall be
 */
record Edit(String file, String before, String after) {

  /** The text after the edit. */
  String apply(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    lines.set(index(lines), after);
    return String.join("\n", lines) + "\n";
  }

  /** As a unified diff shows it, with the lines around. */
  List<String> diff(String text) {
    List<String> lines = text.lines().toList();
    int index = index(lines);
    return List.of(
        "@@ " + file + ", line " + (index + 1) + " @@",
        "-" + before,
        "+" + after,
        " " + lines.get(index + 1));
  }

  private int index(List<String> lines) {
    int index = lines.indexOf(before);
    if (index < 0) {
      throw new IllegalStateException(file + " does not hold the line: " + before);
    }
    return index;
  }
}
