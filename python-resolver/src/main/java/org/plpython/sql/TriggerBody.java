package org.plpython.sql;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plpython.descriptor.Mark;
import org.plpython.object.Conversion;
import org.plpython.object.Routine.TriggerFunction;
import org.plpython.object.TriggerCall;
import org.plpython.object.TriggerCall.Argument;
import org.plpython.object.TriggerCall.Model;
import org.plpython.object.ValueType;

/**
 * Writes the body of a trigger function. Before a row is written, what the author's function made
 * of it is compared with what it got, and just the changed columns go back to PostgreSQL: there is
 * no 'MODIFY' to forget (the manual's section 44.5), and every other column keeps its exact value.
 */
final class TriggerBody {
  private final TriggerFunction function;
  private final TriggerCall call;

  private TriggerBody(TriggerFunction function) {
    this.function = function;
    this.call = function.call();
  }

  static String write(TriggerFunction function) {
    return new TriggerBody(function).write();
  }

  private String write() {
    return TriggerText.BODY.formatted(
        function.program().path(),
        usesRows() ? TriggerText.ROWS : "",
        ModuleLoader.write(function.program()),
        function.program().entry(),
        models(),
        arguments(call.newModel().isPresent() ? made("new") : "FixedRow(new)", true),
        newModelLines(),
        arguments(call.newModel().isPresent() ? "row" : "Row(new)", false),
        newModelChanges());
  }

  private boolean usesRows() {
    return call.arguments().contains(Argument.NEW)
        || call.arguments().contains(Argument.OLD)
        || function.program().provided().containsValue(Mark.ROW);
  }

  private String models() {
    return call.newModel().isEmpty() && call.oldModel().isEmpty()
        ? ""
        : TriggerText.MODELS + reader("new", call.newModel()) + reader("old", call.oldModel());
  }

  private static String reader(String row, Optional<Model> model) {
    return model
        .map(
            m ->
                """
                        make_%s = maker(module.%s)
                        read_%s = reader(module.%s, {%s})
                """
                    .formatted(row, m.className(), row, m.className(), conversions(m, true)))
        .orElse("");
  }

  private static String conversions(Model model, boolean arriving) {
    return model.conversions().entrySet().stream()
        .filter(column -> arriving || column.getValue().conversion() == Conversion.JSON)
        .map(
            column ->
                PythonLiteral.quote(column.getKey())
                    + ": "
                    + conversion(column.getValue(), arriving))
        .collect(Collectors.joining(", "));
  }

  private static String conversion(ValueType type, boolean arriving) {
    String one =
        type.conversion() == Conversion.UUID ? "uuid.UUID" : arriving ? "json.loads" : "json.dumps";
    return type.isArray() ? "each(" + one + ")" : one;
  }

  private static String made(String row) {
    return "make_" + row + "(read_" + row + "(" + row + "))";
  }

  private String newModelLines() {
    return call.newModel().isEmpty()
        ? ""
        : """
                      columns = read_new(new)
                      row = make_new(columns)
                      given = snapshot(held(row, columns, new))
          """;
  }

  private String newModelChanges() {
    return call.newModel()
        .map(
            model ->
                """
                            left = changes(held(row, columns, new), given)
                            changed.update(written(left, new, {%s}))
                """
                    .formatted(conversions(model, false)))
        .orElse("");
  }

  /** The arguments of the author's function, in the order of its parameters. */
  private String arguments(String newRow, boolean mayBeNone) {
    return call.arguments().stream()
        .map(
            argument ->
                switch (argument) {
                  case NEW -> mayBeNone ? "None if new is None else " + newRow : newRow;
                  case OLD ->
                      "None if old is None else "
                          + (call.oldModel().isPresent() ? made("old") : "FixedRow(old)");
                  case TD, PLPY -> argument.name().toLowerCase(Locale.ROOT);
                })
        .collect(Collectors.joining(", "));
  }
}
