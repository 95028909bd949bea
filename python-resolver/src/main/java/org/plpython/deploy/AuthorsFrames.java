package org.plpython.deploy;

import java.util.ArrayList;
import java.util.List;

/**
 * A traceback in the author's terms.
 *
 * @param frames each with its source line where there is one
 * @param own how many of them are in the author's files
 */
record AuthorsFrames(List<String> frames, int own) {
  /** As many equal frames as Python shows of a recursion. */
  private static final int SHOWN = 3;

  AuthorsFrames {
    frames = List.copyOf(frames);
  }

  /** The lines, with endless recursions cut short as Python does it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    int next = 0;
    while (next < frames.size()) {
      int end = next + 1;
      while (end < frames.size() && frames.get(end).equals(frames.get(next))) {
        end++;
      }
      int repeated = Math.max(0, end - next - SHOWN);
      lines.addAll(frames.subList(next, end - repeated));
      if (repeated > 0) {
        lines.add(
            "  [Previous line repeated " + repeated + " more time" + (repeated > 1 ? "s]" : "]"));
      }
      next = end;
    }
    return lines;
  }
}
