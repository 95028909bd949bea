package org.plpython.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plpython.object.TriggerCall.Argument;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/** Checks what a function that triggers call is, and what its parameters get. */
final class TriggerParameters {
  private final PythonFile file;
  private final Statement.Function function;
  private final Diagnostics diagnostics;

  TriggerParameters(PythonFile file, Statement.Function function, Diagnostics diagnostics) {
    this.file = file;
    this.function = function;
    this.diagnostics = diagnostics;
  }

  /**
   * What the parameters get, in their order; one that can get nothing has been reported.
   *
   * @param whose the kind of function, as messages name it
   * @param available what such a function can get
   */
  List<Argument> read(String whose, Set<Argument> available) {
    refuseOtherKinds();
    List<Argument> arguments = new ArrayList<>();
    for (Statement.Parameter parameter : function.parameters()) {
      Optional<Argument> argument = argument(parameter).filter(available::contains);
      argument.ifPresent(arguments::add);
      if (argument.isEmpty()) {
        report(
            parameter.position(),
            "'" + parameter.name() + "' is no parameter of " + whose + " function",
            "Such functions take any of " + names(available) + ", by these names.");
      }
    }
    return arguments;
  }

  /** What a parameter asks for by its name. */
  static Optional<Argument> argument(Statement.Parameter parameter) {
    return Arrays.stream(Argument.values())
        .filter(argument -> name(argument).equals(parameter.name()))
        .filter(
            argument ->
                parameter.kind() == Statement.Parameter.Kind.POSITIONAL
                    || parameter.kind() == Statement.Parameter.Kind.POSITIONAL_ONLY)
        .findFirst();
  }

  private static String name(Argument argument) {
    return argument.name().toLowerCase(Locale.ROOT);
  }

  private static String names(Set<Argument> arguments) {
    return arguments.stream().sorted().map(a -> name(a)).collect(Collectors.joining(", "));
  }

  private void refuseOtherKinds() {
    if (function.traits().isAsync() || function.traits().isGenerator()) {
      report(
          function.position(),
          "'" + function.name() + "' is async or a generator",
          "PostgreSQL calls trigger functions synchronously and uses what they return: write a"
              + " plain def.");
    }
  }

  private void report(Position position, String message, String advice) {
    diagnostics.report(file.source(), position, message, advice);
  }
}
