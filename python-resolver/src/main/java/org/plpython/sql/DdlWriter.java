package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plpython.descriptor.Attributes;
import org.plpython.object.DatabaseObject;
import org.plpython.object.EventTrigger;
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
      return new TriggerStatements(trigger).script();
    } else if (object instanceof EventTrigger trigger) {
      return new EventTriggerStatements(trigger).script();
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

  private static String createFunction(Routine routine) {
    if (routine instanceof Routine.Function function) {
      return create(
          function.parameters().stream()
              .map(DdlWriter::parameter)
              .collect(Collectors.joining(", ", function.name().sql() + "(", ")")),
          function.result().map(ValueType::sql).orElse("void"),
          function.attributes(),
          FunctionBody.write(function));
    }
    boolean isOfEvents = routine instanceof Routine.EventTriggerFunction;
    return create(
        routine.identity(),
        isOfEvents ? "event_trigger" : "trigger",
        Attributes.DEFAULT,
        isOfEvents
            ? EventTriggerBody.write((Routine.EventTriggerFunction) routine)
            : TriggerBody.write((Routine.TriggerFunction) routine));
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
            DollarQuote.quote("\n" + body));
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
}
