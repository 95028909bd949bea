package org.plpython.sql;

import java.util.List;
import java.util.stream.Collectors;
import org.plpython.descriptor.Event;
import org.plpython.object.Aggregate;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Identifier;
import org.plpython.object.Program;
import org.plpython.object.Routine;
import org.plpython.object.Trigger;

/** Writes the statements that install an object. */
public final class DdlWriter {
  private DdlWriter() {}

  /**
   * The statements that create the object or replace it, in order, without semicolons at their
   * ends. A trigger's function is not among them.
   */
  public static List<String> statements(DatabaseObject object) {
    if (object instanceof Trigger trigger) {
      return List.of(createTrigger(trigger));
    }
    return object instanceof Aggregate aggregate
        ? AggregateStatements.of(aggregate)
        : RoutineStatements.of((Routine) object);
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
    return "DO LANGUAGE " + RoutineStatements.LANGUAGE + " " + DollarQuote.quote("\n" + check);
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
    return RoutineStatements.body(routine);
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
