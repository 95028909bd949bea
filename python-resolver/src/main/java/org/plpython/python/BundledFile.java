package org.plpython.python;

import java.util.List;
import java.util.Set;

/**
 * The needed statements of a file, line for line as they stand there.
 *
 * @param file the file
 * @param module its name with dots, as imports name it
 * @param lines the text's lines
 * @param numbers for each line its number in the file, 0 for a blank line that parts two statements
 * @param marksUsed names imported from the declaring package that the lines refer to
 */
public record BundledFile(
    PythonFile file,
    String module,
    List<String> lines,
    List<Integer> numbers,
    Set<String> marksUsed) {
  public BundledFile {
    lines = List.copyOf(lines);
    numbers = List.copyOf(numbers);
    marksUsed = Set.copyOf(marksUsed);
    if (lines.size() != numbers.size()) {
      throw new IllegalStateException(lines.size() + " lines, " + numbers.size() + " numbers");
    }
  }

  /** The text; it ends with a line end. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }
}
