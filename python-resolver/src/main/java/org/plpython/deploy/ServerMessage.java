package org.plpython.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message of the PostgreSQL driver, or a text that holds one, taken apart. The driver puts a word
 * before the context, {@code Where}, in the JVM's language; within a traceback nothing is ever
 * translated.
 *
 * @param before the lines before the traceback
 * @param header the line that begins it, empty: there is none
 * @param frames outermost first
 * @param after the lines behind it: functions further out, a migration tool's words
 */
record ServerMessage(
    List<String> before, Optional<String> header, List<Frame> frames, List<String> after) {
  static final String HEADER = "Traceback (most recent call last):";
  private static final Pattern HEADER_LINE =
      Pattern.compile("(?:  \\S+ ?: )?" + Pattern.quote(HEADER));

  ServerMessage {
    before = List.copyOf(before);
    frames = List.copyOf(frames);
    after = List.copyOf(after);
  }

  /** The last traceback counts: one before it is a part of what somebody raised. */
  static ServerMessage parse(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    int header = lines.size() - 1;
    while (header >= 0 && !HEADER_LINE.matcher(lines.get(header)).matches()) {
      header--;
    }
    if (header < 0) {
      return new ServerMessage(lines, Optional.empty(), List.of(), List.of());
    }
    List<Frame> frames = new ArrayList<>();
    int next = header + 1;
    Optional<Frame> frame = frame(lines, next);
    while (frame.isPresent()) {
      frames.add(frame.get());
      next += frame.get().ofBody().isPresent() ? 2 : 1;
      frame = frame(lines, next);
    }
    return new ServerMessage(
        lines.subList(0, header),
        Optional.of(lines.get(header)),
        frames,
        lines.subList(next, lines.size()));
  }

  private static Optional<Frame> frame(List<String> lines, int number) {
    return number < lines.size()
        ? Frame.parse(lines.get(number), number + 1 < lines.size() ? lines.get(number + 1) : "")
        : Optional.empty();
  }

  /** The routine that all of the traceback is of. */
  Optional<String> routine() {
    return frames.stream().findFirst().flatMap(Frame::routine);
  }
}
