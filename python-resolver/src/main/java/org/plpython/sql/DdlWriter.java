package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plpython.descriptor.Attributes;
import org.plpython.descriptor.Event;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Identifier;
import org.plpython.object.Parameter;
import org.plpython.object.Program;
import org.plpython.object.Routine;
import org.plpython.object.SqlText;
import org.plpython.object.Trigger;
import org.plpython.object.ValueType;

/** Writes the statements that install an object. */
public final class DdlWriter {
  private static final String LANGUAGE = "plpython3u";

  private DdlWriter() {}

  /**
   * The statements that create the object or replace it, in order, without semicolons at their
   * ends. A trigger's function is not among them.
   */
  public static List<String> statements(DatabaseObject object) {
    if (object instanceof Trigger trigger) {
      return List.of(createTrigger(trigger));
    }
    Routine routine = (Routine) object;
    List<String> statements = new ArrayList<>(List.of(createFunction(routine)));
    routine
        .comment()
        .ifPresent(
            comment ->
                statements.add(
                    "COMMENT ON FUNCTION " + routine.identity() + " IS " + SqlText.quote(comment)));
    return statements;
  }

  /**
   * A statement that does nothing but have the server's Python compile the author's source: CREATE
   * FUNCTION alone would not see a syntax error in it.
   */
  public static String compileCheck(Routine routine) {
    Program program = routine.program();
    String check =
        "source = %s\ncompile(source[1:], %s, \"exec\", 0, True)\n"
            .formatted(PythonLiteral.lines(program.text()), PythonLiteral.quote(program.path()));
    return "DO LANGUAGE " + LANGUAGE + " " + DollarQuote.quote("\n" + check);
  }

  /**
   * The statements that give a new trigger the state that an earlier one had.
   *
   * @param state pg_trigger.tgenabled: O, D, R or A; a new trigger's is O
   */
  public static List<String> enabledState(Trigger trigger, String state) {
    String action =
        switch (state) {
          case "D" -> "DISABLE TRIGGER";
          case "R" -> "ENABLE REPLICA TRIGGER";
          case "A" -> "ENABLE ALWAYS TRIGGER";
          default -> "";
        };
    return action.isEmpty()
        ? List.of()
        : List.of(
            "ALTER TABLE %s %s %s"
                .formatted(trigger.table().sql(), action, Identifier.quote(trigger.name())));
  }

  /**
   * The Python text of a routine as the server holds it; its tracebacks count lines from the first.
   */
  public static String body(Routine routine) {
    return "\n"
        + (routine instanceof Routine.Function function
            ? FunctionBody.write(function)
            : TriggerBody.write((Routine.TriggerFunction) routine));
  }

  private static String createFunction(Routine routine) {
    if (routine instanceof Routine.Function function) {
      return create(
          function.parameters().stream()
              .map(DdlWriter::parameter)
              .collect(Collectors.joining(", ", function.name().sql() + "(", ")")),
          function.result().map(ValueType::sql).orElse("void"),
          function.attributes(),
          body(routine));
    }
    return create(routine.identity(), "trigger", Attributes.DEFAULT, body(routine));
  }

  /** Every attribute is written: CREATE OR REPLACE resets those that are not. */
  private static String create(
      String signature, String returns, Attributes attributes, String body) {
    return """
        CREATE OR REPLACE FUNCTION %s
        RETURNS %s
        LANGUAGE %s
        %s
        AS %s"""
        .formatted(
            signature,
            returns,
            LANGUAGE,
            String.join(" ", clauses(attributes)),
            DollarQuote.quote(body));
  }

  private static List<String> clauses(Attributes attributes) {
    return List.of(
        attributes.volatility().name(),
        attributes.strict() ? "STRICT" : "CALLED ON NULL INPUT",
        attributes.leakproof() ? "LEAKPROOF" : "NOT LEAKPROOF",
        "SECURITY " + attributes.security(),
        "PARALLEL " + attributes.parallel(),
        "COST " + number(attributes.cost()));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }

  private static String parameter(Parameter parameter) {
    return Identifier.quote(parameter.name())
        + " "
        + parameter.type().sql()
        + parameter.defaultValue().map(value -> " DEFAULT " + value).orElse("");
  }

  private static String createTrigger(Trigger trigger) {
    return """
        CREATE OR REPLACE TRIGGER %s
        %s %s ON %s
        FOR EACH ROW%s
        EXECUTE FUNCTION %s"""
        .formatted(
            Identifier.quote(trigger.name()),
            trigger.timing(),
            trigger.events().stream()
                .map(event -> event(event, trigger.columns()))
                .collect(Collectors.joining(" OR ")),
            trigger.table().sql(),
            trigger.condition().map(condition -> "\nWHEN (" + condition + ")").orElse(""),
            trigger.function().identity());
  }

  private static String event(Event event, List<String> columns) {
    return event == Event.UPDATE && !columns.isEmpty()
        ? columns.stream()
            .map(Identifier::quote)
            .collect(Collectors.joining(", ", "UPDATE OF ", ""))
        : event.name();
  }
}
