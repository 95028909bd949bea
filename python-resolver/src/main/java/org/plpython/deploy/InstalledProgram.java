package org.plpython.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.object.Origin;
import org.plpython.object.RawBody;
import org.plpython.object.Routine;
import org.plpython.object.RoutineCode;
import org.plpython.object.Script;
import org.plpython.sql.DdlWriter;
import org.plpython.sql.ScriptStatements;
import org.plpython.sql.ServerEncoding;

/**
 * A routine or a script as frames point into it: the body, and the author's program that it loads;
 * or a body that is the author's own.
 */
final class InstalledProgram {
  private final String name;
  private final RoutineCode code;
  private final Origin origin;
  private final List<String> body;
  private final ProgramLines program;

  InstalledProgram(Routine routine) {
    this(routine.name().name(), routine.code(), routine.origin(), DdlWriter.body(routine));
  }

  InstalledProgram(Script script) {
    this(
        Script.MAIN,
        script.program(),
        script.origin(),
        ScriptStatements.block(script, ServerEncoding.UTF_8));
  }

  private InstalledProgram(String name, RoutineCode code, Origin origin, String body) {
    this.name = name;
    this.code = code;
    this.origin = origin;
    this.body = List.of(body.split("\n", -1));
    this.program = new ProgramLines(code.text());
  }

  /** Whether the frames of the body say what stands there; if not, another body is installed. */
  boolean fits(List<Frame> frames) {
    return frames.stream()
        .allMatch(frame -> frame.ofBody().map(bodyLine(frame.line())::equals).orElse(true));
  }

  /** Where the author's function stands. */
  String place() {
    return origin.toString();
  }

  private String bodyLine(int number) {
    return number <= body.size() ? body.get(number - 1).strip() : "";
  }

  /**
   * The frames in the author's terms, without those of the body. What is of neither, such as the
   * standard library's, stays as it is.
   */
  AuthorsFrames translate(List<Frame> frames) {
    if (code instanceof RawBody) {
      return translateBody(frames);
    }
    List<String> lines = new ArrayList<>();
    int own = 0;
    boolean loads = false;
    for (int i = 0; i < frames.size(); i++) {
      Frame written = frames.get(i);
      if (written.ofBody().isPresent()) {
        loads = true;
        continue;
      }
      Frame frame = i == 0 ? unmasked(written) : written;
      Optional<String> place = frame.isModule() && !loads ? Optional.empty() : place(frame);
      lines.add(
          place
              .map(p -> inFile(p, frame.function(), program.line(frame.line())))
              .orElseGet(frame::toString));
      own += place.isPresent() ? 1 : 0;
      loads = place.isPresent() && program.line(frame.line()).contains("import");
    }
    return new AuthorsFrames(lines, own);
  }

  /** The author's text begins in the body's second line. */
  private AuthorsFrames translateBody(List<Frame> frames) {
    List<String> lines = new ArrayList<>();
    int own = 0;
    for (Frame frame : frames) {
      Optional<String> place =
          frame.ofBody().isPresent() ? origin.place(frame.line() - 1) : Optional.empty();
      lines.add(
          place
              .map(p -> inFile(p, named(frame), frame.ofBody().orElseThrow()))
              .orElseGet(frame::toString));
      own += place.isPresent() ? 1 : 0;
    }
    return new AuthorsFrames(lines, own);
  }

  private String named(Frame frame) {
    return frame.isModule() ? name : frame.function();
  }

  /**
   * PL/Python calls the first frame the body's, whatever it is: of a generator that fails between
   * two rows it is the author's, as the body has ended.
   */
  private Frame unmasked(Frame first) {
    return new Frame(
        first.routine(),
        first.line(),
        first.isModule() ? program.functionAt(first.line()).orElse(Frame.MODULE) : first.function(),
        first.ofBody());
  }

  private Optional<String> place(Frame frame) {
    return program.mayHold(frame.function(), frame.line())
        ? origin.place(frame.line())
        : Optional.empty();
  }

  /** As Python itself writes a frame. */
  private static String inFile(String place, String function, String line) {
    int colon = place.lastIndexOf(':');
    return "  File \"%s\", line %s, in %s\n    %s"
        .formatted(place.substring(0, colon), place.substring(colon + 1), function, line.strip());
  }
}
