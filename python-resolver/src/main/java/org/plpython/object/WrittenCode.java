package org.plpython.object;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.Declaration.Body;
import org.plpython.descriptor.Place;
import org.plpython.python.Statement.Function;

/** What a declared routine runs, and where its lines come from. */
record WrittenCode(RoutineCode code, Origin origin) {

  /**
   * That of a declaration.
   *
   * @param place of the routine's entry, if it has a body
   * @param program makes the program of its function, if it has none
   */
  static WrittenCode of(
      Declaration declaration, Place place, ProgramBuilder programs, Supplier<Program> program) {
    Optional<Body> body = declaration.body();
    if (body.isPresent()) {
      return ofBody(body.get(), place);
    }
    Function function = declaration.function();
    return new WrittenCode(program.get(), programs.origin(function, function.position()));
  }

  private static WrittenCode ofBody(Body body, Place place) {
    int count = (int) body.text().lines().count();
    return new WrittenCode(
        new RawBody(body.source().path(), body.text()),
        new Origin(
            body.source(),
            place.position(),
            IntStream.range(body.firstLine(), body.firstLine() + count)
                .mapToObj(number -> new Origin.Line(body.source(), number))
                .toList()));
  }
}
