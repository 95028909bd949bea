package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plpython.descriptor.RoutineKind;
import org.plpython.object.Conversion;
import org.plpython.object.Result;
import org.plpython.object.Result.Column;
import org.plpython.object.Result.Shape;
import org.plpython.object.Routine.Function;

/**
 * Writes the last statements of a converter: the author's function is called, its result leaves.
 */
final class ResultConverter {
  private final Function function;
  private final Conversions conversions;

  ResultConverter(Function function, Conversions conversions) {
    this.function = function;
    this.conversions = conversions;
  }

  /**
   * The statements, each with a line end.
   *
   * @param call of the author's function
   */
  String statements(String call) {
    Result result = function.result();
    if (result instanceof Result.Nothing) {
      return call + "\n";
    } else if (result instanceof Result.Value value) {
      Conversion conversion = value.type().conversion();
      return Conversions.changesResults(conversion)
          ? "result = %s\nreturn %s\n".formatted(call, conversions.leaving(conversion, "result"))
          : "return " + call + "\n";
    } else if (result instanceof Result.Values values) {
      return rows(call, "", conversions.leaving(values.type().conversion(), "row"));
    } else if (result instanceof Result.Table table) {
      String names = names(table.columns(), table.shape());
      return rows(call, names, columns(table.columns(), table.shape(), false));
    }
    return outputs(call, (Result.Outputs) result);
  }

  /**
   * Generators of our own, even where rows pass as they are: PL/Python leaves the first frame out
   * of a traceback and calls the second one {@code <module>} (plpy_elog.c), and neither may be the
   * author's.
   */
  private static String rows(String call, String names, String row) {
    String loop =
        row.equals("row") && names.isEmpty()
            ? "yield from %s\n".formatted(call)
            : "for row in %s:\n%s    yield %s\n".formatted(call, names.indent(4), row);
    return "def rows():\n" + loop.indent(4) + "yield from rows()\n";
  }

  private String outputs(String call, Result.Outputs outputs) {
    boolean isRow = function.routineKind() == RoutineKind.PROCEDURE;
    boolean mayBeNone = outputs.columns().size() > 1 || isRow;
    return "row = %s\n%s%sreturn %s\n"
        .formatted(
            call,
            mayBeNone ? "if row is None:\n    return None\n" : "",
            names(outputs.columns(), outputs.shape()),
            columns(outputs.columns(), outputs.shape(), isRow));
  }

  /** What makes a list of a dictionary, in the order of several columns. */
  private String names(List<Column> columns, Shape shape) {
    return columns.size() == 1 || shape == Shape.OBJECT
        ? ""
        : "row = "
            + conversions.name(ConversionText.ITEMS, "items")
            + columns.stream()
                .map(column -> PythonLiteral.quote(column.name()))
                .collect(Collectors.joining(", ", "(row, (", "))\n"));
  }

  /** A function with one column gives its value, and a procedure a row of it. */
  private String columns(List<Column> columns, Shape shape, boolean isRowOfOne) {
    if (shape == Shape.ITEMS
        && columns.size() > 1
        && columns.stream().noneMatch(c -> Conversions.changesResults(c.type().conversion()))) {
      return "row";
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String item = columns.size() == 1 ? "row" : "row[" + i + "]";
      String value = shape == Shape.OBJECT ? "row." + column.name() : item;
      values.add(conversions.leaving(column.type().conversion(), value));
    }
    if (values.size() == 1) {
      return isRowOfOne ? "(" + values.get(0) + ",)" : values.get(0);
    }
    return "(" + String.join(", ", values) + ")";
  }
}
