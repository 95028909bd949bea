package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plpython.descriptor.Attributes;
import org.plpython.descriptor.Privileges;
import org.plpython.descriptor.RoutineKind;
import org.plpython.object.Identifier;
import org.plpython.object.Parameter;
import org.plpython.object.Parameter.Passing;
import org.plpython.object.Program;
import org.plpython.object.Result;
import org.plpython.object.Result.Column;
import org.plpython.object.Routine;
import org.plpython.object.SqlText;

/** The statements that install functions and procedures. */
final class RoutineStatements {
  static final String LANGUAGE = "plpython3u";

  private RoutineStatements() {}

  static List<String> of(Routine routine, ServerEncoding encoding) {
    List<String> statements = new ArrayList<>();
    if (routine instanceof Routine.Function function) {
      statements.add(create(function, body(routine, encoding)));
    } else {
      boolean isOfTables = routine instanceof Routine.TriggerFunction;
      statements.add(
          create(routine, isOfTables ? "trigger" : "event_trigger", body(routine, encoding)));
    }
    statements.addAll(declarations(routine, routine.identity()));
    return statements;
  }

  static List<String> declarations(Routine routine, String identity) {
    Privileges privileges =
        routine instanceof Routine.Function function
            ? function.privileges()
            : Privileges.UNDECLARED;
    return ownership(routine.routineKind().name(), identity, privileges, routine.comment());
  }

  private static String create(Routine.Function function, String body) {
    List<String> clauses = new ArrayList<>(returns(function));
    clauses.add("LANGUAGE " + LANGUAGE);
    clauses.addAll(transforms(function.attributes()));
    clauses.add(attributes(function, function.attributes()));
    clauses.addAll(settings(function.attributes()));
    return create(
        function.routineKind().name(), signature(function, function.name().sql()), clauses, body);
  }

  /**
   * The same in SQL, as far as any role may write it, under another name: shows what the server
   * makes of types, defaults and settings.
   */
  static String trial(Routine.Function function, String name) {
    Attributes all = function.attributes();
    Attributes plain =
        new Attributes(
            all.volatility(),
            all.strict(),
            false,
            all.security(),
            all.parallel(),
            all.cost(),
            all.rows(),
            Optional.empty(),
            List.of(),
            all.settings());
    List<String> clauses = new ArrayList<>(returns(function));
    clauses.add("LANGUAGE sql");
    clauses.add(attributes(function, plain));
    clauses.addAll(settings(plain));
    return create(function.routineKind().name(), signature(function, name), clauses, "");
  }

  private static String signature(Routine.Function function, String name) {
    return Stream.concat(
            function.parameters().stream().map(RoutineStatements::parameter),
            outputs(function).stream())
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  private static List<String> returns(Routine.Function function) {
    return function.routineKind() == RoutineKind.FUNCTION ? returns(function.result()) : List.of();
  }

  private static String attributes(Routine.Function function, Attributes attributes) {
    return String.join(
        " ",
        function.routineKind() == RoutineKind.FUNCTION
            ? attributes(attributes)
            : List.of("SECURITY " + attributes.security()));
  }

  private static String create(Routine function, String returns, String body) {
    return create(
        "FUNCTION",
        function.identity(),
        List.of(
            "RETURNS " + returns,
            "LANGUAGE " + LANGUAGE,
            String.join(" ", attributes(Attributes.DEFAULT))),
        body);
  }

  static String body(Routine routine, ServerEncoding encoding) {
    String body =
        routine.code() instanceof Program program ? body(routine, program) : routine.code().text();
    return "\n" + encoding.written(body, routine.code());
  }

  private static String body(Routine routine, Program program) {
    return routine instanceof Routine.Function function
        ? FunctionBody.write(function, program)
        : routine instanceof Routine.TriggerFunction trigger
            ? TriggerBody.write(trigger, program)
            : EventTriggerBody.write((Routine.EventTriggerFunction) routine, program);
  }

  /** Every attribute is written: CREATE OR REPLACE resets those that are not. */
  private static String create(String kind, String signature, List<String> clauses, String body) {
    return "CREATE OR REPLACE %s %s\n%s\nAS %s"
        .formatted(kind, signature, String.join("\n", clauses), DollarQuote.quote(body));
  }

  private static String parameter(Parameter parameter) {
    String mode =
        parameter.passing() == Passing.VARIADIC
            ? "VARIADIC "
            : parameter.isOutput() ? "INOUT " : "";
    return mode
        + Identifier.quote(parameter.name())
        + " "
        + parameter.type().sql()
        + parameter.defaultValue().map(value -> " DEFAULT " + value).orElse("");
  }

  /** The parameters that are results only. */
  private static List<String> outputs(Routine.Function function) {
    if (!(function.result() instanceof Result.Outputs outputs)) {
      return List.of();
    }
    List<String> inputs = function.parameters().stream().map(Parameter::name).toList();
    return outputs.columns().stream()
        .filter(column -> !inputs.contains(column.name()))
        .map(column -> "OUT " + column(column))
        .toList();
  }

  private static String column(Column column) {
    return Identifier.quote(column.name()) + " " + column.type().sql();
  }

  private static List<String> returns(Result result) {
    if (result instanceof Result.Nothing) {
      return List.of("RETURNS void");
    } else if (result instanceof Result.Value value) {
      return List.of("RETURNS " + value.type().sql());
    } else if (result instanceof Result.Values values) {
      return List.of("RETURNS SETOF " + values.type().sql());
    } else if (result instanceof Result.Table table) {
      return List.of(
          table.columns().stream()
              .map(RoutineStatements::column)
              .collect(Collectors.joining(", ", "RETURNS TABLE (", ")")));
    }
    return List.of();
  }

  private static List<String> transforms(Attributes attributes) {
    return attributes.transforms().isEmpty()
        ? List.of()
        : List.of(
            attributes.transforms().stream()
                .map(type -> "FOR TYPE " + type)
                .collect(Collectors.joining(", ", "TRANSFORM ", "")));
  }

  private static List<String> attributes(Attributes attributes) {
    List<String> clauses = new ArrayList<>();
    clauses.add(attributes.volatility().name());
    clauses.add(attributes.strict() ? "STRICT" : "CALLED ON NULL INPUT");
    clauses.add(attributes.leakproof() ? "LEAKPROOF" : "NOT LEAKPROOF");
    clauses.add("SECURITY " + attributes.security());
    clauses.add("PARALLEL " + attributes.parallel());
    clauses.add("COST " + number(attributes.cost()));
    attributes.rows().ifPresent(rows -> clauses.add("ROWS " + number(rows)));
    attributes.support().ifPresent(support -> clauses.add("SUPPORT " + support));
    return clauses;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }

  private static List<String> settings(Attributes attributes) {
    return attributes.settings().entrySet().stream()
        .map(
            setting ->
                "SET "
                    + settingName(setting.getKey())
                    + " TO "
                    + setting.getValue().stream()
                        .map(SqlText::quote)
                        .collect(Collectors.joining(", ")))
        .toList();
  }

  /** {@code plpython.depth}: a parameter of an extension has two parts. */
  private static String settingName(String name) {
    return Stream.of(name.split("\\.", 2)).map(Identifier::quote).collect(Collectors.joining("."));
  }

  /** What is not declared stays as it is. */
  static List<String> ownership(
      String kind, String identity, Privileges privileges, Optional<String> comment) {
    List<String> statements = new ArrayList<>();
    comment.ifPresent(
        text ->
            statements.add(
                "COMMENT ON %s %s IS %s".formatted(kind, identity, SqlText.quote(text))));
    privileges
        .execute()
        .ifPresent(
            roles -> {
              String routine = (kind.equals("PROCEDURE") ? "PROCEDURE " : "FUNCTION ") + identity;
              statements.add("REVOKE ALL ON " + routine + " FROM PUBLIC");
              roles.forEach(
                  role -> statements.add("GRANT EXECUTE ON " + routine + " TO " + role(role)));
            });
    privileges
        .owner()
        .ifPresent(
            owner ->
                statements.add(
                    "ALTER %s %s OWNER TO %s".formatted(kind, identity, Identifier.quote(owner))));
    return statements;
  }

  static String role(String name) {
    return name.equalsIgnoreCase("public") ? "PUBLIC" : Identifier.quote(name);
  }
}
