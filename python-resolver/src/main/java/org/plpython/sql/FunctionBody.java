package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plpython.object.Parameter;
import org.plpython.object.Parameter.Passing;
import org.plpython.object.Program;
import org.plpython.object.Result;
import org.plpython.object.Routine.Function;

/**
 * Writes the body of a function: take the callable that the session keeps, or load it; call it. A
 * callable that converts stands in between where the annotations ask for it, and only there.
 */
final class FunctionBody {
  private final Function function;
  private final Program program;
  private final Optional<String> converter;
  private final Set<String> taken;

  private FunctionBody(Function function, Program program) {
    this.function = function;
    this.program = program;
    this.converter = Converter.of(function, program);
    this.taken =
        function.parameters().stream()
            .map(Parameter::name)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  static String write(Function function, Program program) {
    return new FunctionBody(function, program).write();
  }

  private String write() {
    String call = free("call");
    String load = free("load");
    String kept = keptIn();
    String entry = "module." + program.entry();
    return """
    # plpython-migrate: %s
    %sif %s is None:
        def %s():
    %s%s
        %s = %s["call"] = %s()
    %s
    """
        .formatted(
            program.path(),
            lookUp(call, kept),
            call,
            load,
            ModuleLoader.write(program),
            converter.map(text -> text.indent(8).stripTrailing()).orElse("        return " + entry),
            call,
            kept,
            load,
            last(call + "(" + arguments() + ")"));
  }

  /** A value is looked at here, as a converter for nothing else would cost a call. */
  private String last(String call) {
    if (function.result() instanceof Result.Nothing) {
      return call;
    } else if (converter.isEmpty()
        && function.result() instanceof Result.Value value
        && Conversions.isLookedAt(value.type().conversion())) {
      String result = free("result");
      return Conversions.isNumber(value.type().conversion())
          ? "%s = %s\nreturn %s"
              .formatted(
                  result, call, new Conversions(program).leaving(value.type().conversion(), result))
          : """
          %s = %s
          if isinstance(%s, str) and "\\0" in %s:
              raise ValueError("PostgreSQL has no text with a NUL in it: %%r" %% %s)
          return %s"""
              .formatted(result, call, result, result, result, result);
    }
    return "return " + call;
  }

  /** The quickest look-up there is; the loading stands apart, outside of the handler. */
  private String lookUp(String call, String kept) {
    return taken.contains("KeyError")
        ? "%s = %s.get(\"call\")\n".formatted(call, kept)
        : """
        try:
            %s = %s["call"]
        except KeyError:
            %s = None
        """
            .formatted(call, kept, call);
  }

  /**
   * PL/Python's parameters are globals of the body, next to SD: one of that name hides it. GD is
   * the session's, so the function's part of it is named by the name that PL/Python gives to the
   * body, and by the checksum, as nothing empties it when the function is replaced.
   */
  private String keptIn() {
    return taken.contains("SD")
        ? "GD.setdefault(__import__(\"sys\")._getframe().f_code.co_name + "
            + PythonLiteral.quote(" " + function.checksum().shortened())
            + ", {})"
        : "SD";
  }

  /** A converter takes all by position. The list of all arguments hides a parameter named args. */
  private String arguments() {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      Parameter parameter = function.parameters().get(i);
      String value = parameter.name().equals("args") ? "args[" + i + "]" : parameter.name();
      arguments.add(
          parameter.passing() == Passing.KEYWORD && converter.isEmpty()
              ? parameter.name() + "=" + value
              : value);
    }
    return String.join(", ", arguments);
  }

  /** The name, or one like it that no parameter has. */
  private String free(String name) {
    String free = name;
    while (taken.contains(free)) {
      free += "_";
    }
    return free;
  }
}
