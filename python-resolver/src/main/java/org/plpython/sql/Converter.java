package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plpython.descriptor.RoutineKind;
import org.plpython.object.Conversion;
import org.plpython.object.Parameter;
import org.plpython.object.Parameter.Passing;
import org.plpython.object.Program;
import org.plpython.object.Result;
import org.plpython.object.Result.Column;
import org.plpython.object.Result.Shape;
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
    String body = given() + result(call);
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

  private String result(String call) {
    Result result = function.result();
    if (result instanceof Result.Nothing) {
      return call + "\n";
    } else if (result instanceof Result.Value value) {
      return Conversions.changesResults(value.type().conversion())
          ? "result = %s\nreturn %s\n".formatted(call, leaving(value.type().conversion(), "result"))
          : "return " + call + "\n";
    } else if (result instanceof Result.Values values) {
      return rows(call, leaving(values.type().conversion(), "row"));
    } else if (result instanceof Result.Table table) {
      return rows(call, columns(table.columns(), table.shape(), "row", false));
    }
    Result.Outputs outputs = (Result.Outputs) result;
    return "result = %s\nreturn %s\n".formatted(call, outputs(outputs));
  }

  /**
   * Generators of our own, even where rows pass as they are: PL/Python leaves the first frame out
   * of a traceback and calls the second one {@code <module>} (plpy_elog.c), and neither may be the
   * author's.
   */
  private static String rows(String call, String row) {
    String loop =
        row.equals("row")
            ? "yield from %s\n".formatted(call)
            : "for row in %s:\n    yield %s\n".formatted(call, row);
    return "def rows():\n" + loop.indent(4) + "yield from rows()\n";
  }

  private String outputs(Result.Outputs outputs) {
    boolean isRow = function.routineKind() == RoutineKind.PROCEDURE;
    String row = columns(outputs.columns(), outputs.shape(), "result", isRow);
    return outputs.columns().size() == 1 && !isRow ? row : "None if result is None else " + row;
  }

  /** A function with one column gives its value, and a procedure a row of it. */
  private String columns(List<Column> columns, Shape shape, String row, boolean isRowOfOne) {
    if (columns.size() == 1) {
      Column only = columns.get(0);
      String value = shape == Shape.OBJECT ? row + "." + only.name() : row;
      String left = leaving(only.type().conversion(), value);
      return isRowOfOne ? "(" + left + ",)" : left;
    } else if (shape == Shape.OBJECT) {
      return columns.stream()
          .map(c -> leaving(c.type().conversion(), row + "." + c.name()))
          .collect(Collectors.joining(", ", "(", ")"));
    }
    return items(columns, row);
  }

  private String items(List<Column> columns, String row) {
    String names =
        columns.stream()
            .map(c -> PythonLiteral.quote(c.name()))
            .collect(Collectors.joining(", ", "(", ")"));
    String list = conversions.name(ConversionText.ITEMS, "items") + "(" + row + ", " + names + ")";
    if (columns.stream().noneMatch(c -> Conversions.changesResults(c.type().conversion()))) {
      return list;
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(leaving(columns.get(i).type().conversion(), "v[" + i + "]"));
    }
    return "[(" + String.join(", ", values) + ") for v in (" + list + ",)][0]";
  }

  private String leaving(Conversion conversion, String value) {
    return conversions.leaving(conversion, value);
  }
}
