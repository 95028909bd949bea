package org.plpython.sql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plpython.descriptor.Mark;
import org.plpython.object.ClassReference;
import org.plpython.object.Conversion;
import org.plpython.object.Routine.TriggerFunction;
import org.plpython.object.TriggerCall;
import org.plpython.object.TriggerCall.Argument;
import org.plpython.object.TriggerCall.Model;

/**
 * Writes the body of a trigger function. Before a row is written, what the author's function made
 * of it is compared with what it got, and just the changed columns go back to PostgreSQL: there is
 * no 'MODIFY' to forget (the manual's section 44.5), and every other column keeps its exact value.
 */
final class TriggerBody {
  private static final Model NO_MODEL = new Model(new ClassReference("", ""), Map.of());

  private final TriggerFunction function;
  private final TriggerCall call;
  private final Conversions conversions;

  private TriggerBody(TriggerFunction function) {
    this.function = function;
    this.call = function.call();
    this.conversions = new Conversions(function.program());
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
        || function.program().isProvided(Mark.ROW);
  }

  private String models() {
    if (call.newModel().isEmpty() && call.oldModel().isEmpty()) {
      return "";
    }
    String readers = reader("new", call.newModel()) + reader("old", call.oldModel());
    columns(call.newModel().orElse(NO_MODEL), Conversions::changesResults, conversions::writer);
    return TriggerText.MODELS + conversions.definitions().indent(8) + readers;
  }

  private String reader(String row, Optional<Model> model) {
    return model
        .map(
            m ->
                """
                        make_%s = maker(%s)
                        read_%s = reader(%s, {%s})
                """
                    .formatted(
                        row,
                        ModuleLoader.reference(m.type(), function.program()),
                        row,
                        ModuleLoader.reference(m.type(), function.program()),
                        columns(m, Conversions::changesArguments, conversions::reader)))
        .orElse("");
  }

  private static String columns(
      Model model, Predicate<Conversion> isNeeded, Function<Conversion, String> callable) {
    return model.conversions().entrySet().stream()
        .filter(column -> isNeeded.test(column.getValue()))
        .map(
            column ->
                PythonLiteral.quote(column.getKey()) + ": " + callable.apply(column.getValue()))
        .collect(Collectors.joining(", "));
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
                    .formatted(columns(model, Conversions::changesResults, conversions::writer)))
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
