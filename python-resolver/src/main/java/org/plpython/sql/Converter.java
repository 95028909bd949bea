package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plpython.object.Parameter;
import org.plpython.object.Parameter.Passing;
import org.plpython.object.Program;
import org.plpython.object.Result;
import org.plpython.object.Routine.Function;

/**
 * Writes the function around the author's that takes PL/Python's own values and gives them back,
 * with the same parameters.
 */
final class Converter {
  /**
   * What the text of a converter refers to besides the parameters, and may not be hidden by one.
   */
  private static final Set<String> NAMES =
      new TreeSet<>(
          List.of(
              "any_timestamp",
              "array",
              "clock",
              "date",
              "datetime",
              "day",
              "decimal",
              "duration",
              "each",
              "entry",
              "float",
              "given",
              "int",
              "interval",
              "isinstance",
              "items",
              "json",
              "naive",
              "number",
              "numbers",
              "result",
              "row",
              "rows",
              "str",
              "text",
              "timestamp",
              "timestamptz",
              "uuid",
              "v",
              "whole",
              "zoned"));

  /** Python's own that converters refer to: PL/Python's parameters are globals, and hide them. */
  private static final Set<String> BUILTINS =
      new TreeSet<>(
          List.of(
              "TypeError",
              "ValueError",
              "bytes",
              "dict",
              "float",
              "frozenset",
              "getattr",
              "int",
              "isinstance",
              "list",
              "map",
              "set",
              "str",
              "tuple",
              "type"));

  private final Function function;
  private final Program program;
  private final Conversions conversions;
  private final Set<String> taken;

  private Converter(Function function, Program program) {
    this.function = function;
    this.program = program;
    this.conversions = new Conversions(program);
    this.taken = new TreeSet<>(NAMES);
    function.parameters().forEach(parameter -> taken.add(parameter.name()));
  }

  /**
   * Lines that end with returning it, not indented; empty if values pass as they are, or almost: a
   * number that leaves is no reason for a converter.
   */
  static Optional<String> of(Function function, Program program) {
    return isNeeded(function)
        ? Optional.of(new Converter(function, program).write())
        : Optional.empty();
  }

  private static boolean isNeeded(Function function) {
    Result result = function.result();
    boolean keepsResult =
        result instanceof Result.Nothing
            || (result instanceof Result.Value value
                && ((Conversions.isLookedAt(value.type().conversion())
                        && !hidden(function).findAny().isPresent())
                    || !Conversions.changesResults(value.type().conversion())));
    return !keepsResult || function.parameters().stream().anyMatch(Converter::isNeeded);
  }

  private static boolean isNeeded(Parameter parameter) {
    return parameter.passing() == Passing.VARIADIC
        || parameter.defaultAtRunTime()
        || Conversions.changesArguments(parameter.type().conversion());
  }

  private String write() {
    String parameters =
        function.parameters().stream().map(this::local).collect(Collectors.joining(", "));
    String call = "entry(" + String.join(", ", arguments()) + ")";
    String body = given() + new ResultConverter(function, conversions).statements(call);
    return "%sentry = module.%s\n%sdef convert(%s):\n%sreturn convert"
        .formatted(shown(), program.entry(), conversions.definitions(), parameters, body.indent(4));
  }

  private static Stream<String> hidden(Function function) {
    return function.parameters().stream().map(Parameter::name).filter(BUILTINS::contains);
  }

  private String shown() {
    return hidden(function)
        .map(name -> name + " = builtins." + name + "\n")
        .collect(Collectors.joining());
  }

  /** The parameter's name within the converter, where only values are passed to it by position. */
  private String local(Parameter parameter) {
    String local = parameter.name();
    boolean isHidden = NAMES.contains(local) || local.matches("(class|read|write)_.*");
    while (isHidden && taken.contains(local)) {
      local += "_";
    }
    return local;
  }

  /** An argument that is absent is left to Python, which computes the default. */
  private String given() {
    List<Parameter> absent =
        function.parameters().stream().filter(Parameter::defaultAtRunTime).toList();
    return absent.isEmpty()
        ? ""
        : "given = {}\n"
            + absent.stream()
                .map(
                    p ->
                        "if %s is not None:\n    given[%s] = %s\n"
                            .formatted(local(p), PythonLiteral.quote(p.name()), value(p)))
                .collect(Collectors.joining());
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    boolean byName = false;
    for (Parameter parameter : function.parameters()) {
      byName |= parameter.defaultAtRunTime() || parameter.passing() == Passing.KEYWORD;
      if (parameter.passing() == Passing.VARIADIC) {
        arguments.add("*" + inBrackets(value(parameter)));
      } else if (!parameter.defaultAtRunTime()) {
        arguments.add(byName ? parameter.name() + "=" + value(parameter) : value(parameter));
      }
    }
    if (function.parameters().stream().anyMatch(Parameter::defaultAtRunTime)) {
      arguments.add("**given");
    }
    return arguments;
  }

  private static String inBrackets(String expression) {
    return expression.contains(" ") ? "(" + expression + ")" : expression;
  }

  private String value(Parameter parameter) {
    return conversions.arriving(parameter.type().conversion(), local(parameter));
  }
}
