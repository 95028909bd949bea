package org.plpython.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two texts as {@code diff -u} compares them. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /** The two lines that name the texts. */
  static final int HEADER = 2;

  private UnifiedDiff() {}

  /** The lines of the difference, its header first; none for equal texts. */
  static List<String> lines(String before, String after) {
    return lines(before, after, "in the database", "in the sources");
  }

  /** The same, with names for the texts. */
  public static List<String> lines(
      String before, String after, String nameBefore, String nameAfter) {
    List<String> lines = lines(before);
    Patch<String> patch = DiffUtils.diff(lines, lines(after));
    return UnifiedDiffUtils.generateUnifiedDiff(nameBefore, nameAfter, lines, patch, CONTEXT)
        .stream()
        .flatMap(line -> Arrays.stream(line.split("\n", -1)))
        .toList();
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    String last = lines.remove(lines.size() - 1);
    if (!last.isEmpty()) {
      // a part of the line: with a line end, it is another one
      lines.add(last + "\n\\ No newline at end of file");
    }
    return lines;
  }
}
