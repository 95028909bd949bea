package org.plpython.sql;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plpython.descriptor.Mark;
import org.plpython.object.Conversion;
import org.plpython.object.Program;
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
  private final Program program;
  private final TriggerCall call;
  private final Conversions conversions;

  private TriggerBody(TriggerFunction function, Program program) {
    this.program = program;
    this.call = function.call();
    this.conversions = new Conversions(program);
  }

  static String write(TriggerFunction function, Program program) {
    return new TriggerBody(function, program).write();
  }

  private String write() {
    return TriggerText.BODY.formatted(
        program.path(),
        usesRows() ? TriggerText.ROWS : "",
        ModuleLoader.write(program),
        program.entry(),
        models(),
        arguments(call.newModel().isPresent() ? made("new") : "FixedRow(new)", true),
        newModelLines(),
        arguments(call.newModel().isPresent() ? "row" : "Row(new)", false),
        newModelChanges());
  }

  private boolean usesRows() {
    return call.arguments().contains(Argument.NEW)
        || call.arguments().contains(Argument.OLD)
        || program.isProvided(Mark.ROW);
  }

  private String models() {
    if (call.newModel().isEmpty() && call.oldModel().isEmpty()) {
      return "";
    }
    String readers = reader("new", call.newModel()) + reader("old", call.oldModel());
    call.newModel().ifPresent(this::written);
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
                        conversions.defined(m.type()),
                        row,
                        conversions.defined(m.type()),
                        columns(m, Conversions::changesArguments, conversions::reader)))
        .orElse("");
  }

  private String written(Model model) {
    return columns(model, Conversions::changesResults, conversions::writer);
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
                    .formatted(written(model)))
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
