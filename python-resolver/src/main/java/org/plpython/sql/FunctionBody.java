package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plpython.object.Conversion;
import org.plpython.object.Parameter;
import org.plpython.object.Routine.Function;
import org.plpython.object.ValueType;

/**
 * Writes the body of a function: take the callable that the session keeps, or load it; call it. A
 * callable that converts stands in between where the annotations ask for it, and only there.
 */
final class FunctionBody {
  private final Function function;
  private final Set<String> taken;

  private FunctionBody(Function function) {
    this.function = function;
    this.taken =
        function.parameters().stream()
            .map(Parameter::name)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  static String write(Function function) {
    return new FunctionBody(function).write();
  }

  private String write() {
    String call = free("call");
    String load = free("load");
    String kept = keptIn();
    return """
    # plpython-migrate: %s
    %sif %s is None:
        def %s():
    %s%s
        %s = %s["call"] = %s()
    return %s(%s)
    """
        .formatted(
            function.program().path(),
            lookUp(call, kept),
            call,
            load,
            ModuleLoader.write(function.program()),
            converts() ? converter() : "        return module." + function.program().entry(),
            call,
            kept,
            load,
            call,
            arguments(List.of()));
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

  private boolean converts() {
    return function.result().filter(type -> type.conversion() == Conversion.JSON).isPresent()
        || function.parameters().stream()
            .anyMatch(parameter -> parameter.type().conversion() != Conversion.NONE);
  }

  /** A function around the author's, with the same parameters. */
  private String converter() {
    String entry = free("entry");
    String result = free("result");
    String parameters =
        function.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
    String value = function.result().map(type -> leaving(type, result)).orElse(result);
    return """
            import json, uuid
            %s, %s, %s = module.%s, json, uuid.UUID
            def convert(%s):
                %s = %s(%s)
                return %s
            return convert"""
        .formatted(
            entry,
            free("json"),
            free("UUID"),
            function.program().entry(),
            parameters,
            result,
            entry,
            arguments(function.parameters().stream().map(this::arriving).toList()),
            value)
        .indent(8)
        .stripTrailing();
  }

  /**
   * The arguments of a call: the given expressions, or the parameters themselves. The list of all
   * arguments hides a parameter named args.
   */
  private String arguments(List<String> values) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      Parameter parameter = function.parameters().get(i);
      String own = parameter.name().equals("args") ? "args[" + i + "]" : parameter.name();
      String value = values.isEmpty() ? own : values.get(i);
      arguments.add(parameter.byKeyword() ? parameter.name() + "=" + value : value);
    }
    return String.join(", ", arguments);
  }

  private String arriving(Parameter parameter) {
    return switch (parameter.type().conversion()) {
      case NONE -> parameter.name();
      case JSON -> each(parameter.type(), parameter.name(), free("json") + ".loads");
      case UUID -> each(parameter.type(), parameter.name(), free("UUID"));
    };
  }

  private String leaving(ValueType type, String result) {
    return type.conversion() == Conversion.JSON
        ? each(type, result, free("json") + ".dumps")
        : result;
  }

  private String each(ValueType type, String value, String convert) {
    String one = free("value");
    return type.isArray()
        ? "None if %s is None else [None if %s is None else %s(%s) for %s in %s]"
            .formatted(value, one, convert, one, one, value)
        : "None if %s is None else %s(%s)".formatted(value, convert, value);
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
