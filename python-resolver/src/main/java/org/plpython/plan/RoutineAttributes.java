package org.plpython.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plpython.catalog.ResolvedNames;
import org.plpython.catalog.ServerFacts;
import org.plpython.descriptor.Attributes;
import org.plpython.descriptor.Privileges;
import org.plpython.descriptor.RoutineKind;
import org.plpython.object.Checksum;
import org.plpython.object.Identifier;
import org.plpython.object.Parameter;
import org.plpython.object.Parameter.Passing;
import org.plpython.object.Result;
import org.plpython.object.Result.Column;
import org.plpython.object.Routine;
import org.plpython.object.ValueType;
import org.plpython.sql.DdlWriter;
import org.plpython.sql.ServerEncoding;

/**
 * A function's or procedure's attributes as the catalog writes them, but for SQL that only the
 * server can read: defaults, settings and estimates stand here as their author wrote them.
 */
final class RoutineAttributes {
  private final ResolvedNames names;
  private final ServerEncoding encoding;

  RoutineAttributes(ResolvedNames names, ServerFacts server) {
    this.names = names;
    this.encoding = new ServerEncoding(server.encoding());
  }

  SortedMap<String, String> of(Routine routine) {
    SortedMap<String, String> all = new TreeMap<>();
    Attributes attributes = Attributes.DEFAULT;
    String returns = routine instanceof Routine.TriggerFunction ? "trigger" : "event_trigger";
    String arguments = "";
    if (routine instanceof Routine.Function function) {
      attributes = function.attributes();
      returns = returns(function);
      arguments = arguments(function);
      addPrivileges(all, function.privileges());
    }
    all.put("arguments", arguments);
    all.put("returns", returns);
    all.put("language", DdlWriter.LANGUAGE);
    addAttributes(all, attributes, isSet(routine));
    all.put("body", Checksum.ofText(DdlWriter.body(routine, encoding)).sha256());
    routine.comment().ifPresent(comment -> all.put("comment", comment));
    return all;
  }

  static void addPrivileges(SortedMap<String, String> all, Privileges privileges) {
    privileges.owner().ifPresent(owner -> all.put("owner", owner));
    privileges.execute().ifPresent(roles -> all.put("execute", execute(roles)));
  }

  private static String execute(List<String> roles) {
    return roles.stream()
        .map(role -> role.equalsIgnoreCase("public") ? "public" : role)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private void addAttributes(SortedMap<String, String> all, Attributes attributes, boolean isSet) {
    all.put("volatility", lower(attributes.volatility()));
    all.put("strict", String.valueOf(attributes.strict()));
    all.put("leakproof", String.valueOf(attributes.leakproof()));
    all.put("security", lower(attributes.security()));
    all.put("parallel", lower(attributes.parallel()));
    all.put("cost", number(attributes.cost()));
    all.put("rows", attributes.rows().map(RoutineAttributes::number).orElse(isSet ? "1000" : "0"));
    all.put("support", attributes.support().orElse(""));
    all.put(
        "transforms",
        attributes.transforms().stream().map(this::type).collect(Collectors.joining(", ")));
    all.put(
        "set",
        attributes.settings().entrySet().stream()
            .map(setting -> setting.getKey() + "=" + String.join(", ", setting.getValue()))
            .collect(Collectors.joining("\n")));
  }

  private static boolean isSet(Routine routine) {
    return routine instanceof Routine.Function function
        && (function.result() instanceof Result.Values
            || function.result() instanceof Result.Table);
  }

  static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Float.toString((float) value);
  }

  private String type(String written) {
    return names.type(written).orElse(written);
  }

  /** The type's name as PostgreSQL writes it. */
  String type(ValueType type) {
    return type(type.sql());
  }

  /** As pg_get_function_arguments writes them. */
  private String arguments(Routine.Function function) {
    List<String> arguments = new ArrayList<>();
    boolean isProcedure = function.routineKind() == RoutineKind.PROCEDURE;
    for (Parameter parameter : function.parameters()) {
      String in = isProcedure && !parameter.isOutput() ? "IN " : "";
      arguments.add(
          (parameter.passing() == Passing.VARIADIC ? "" : in)
              + argument(parameter)
              + parameter.defaultValue().map(value -> " DEFAULT " + value).orElse(""));
    }
    outputs(function).stream()
        .filter(column -> function.parameters().stream().noneMatch(p -> isNamed(p, column)))
        .forEach(column -> arguments.add("OUT " + column(column.name(), column.type())));
    return String.join(", ", arguments);
  }

  /** An argument without its default. */
  String argument(Parameter parameter) {
    String mode =
        parameter.passing() == Passing.VARIADIC
            ? "VARIADIC "
            : parameter.isOutput() ? "INOUT " : "";
    return mode + column(parameter.name(), parameter.type());
  }

  private static boolean isNamed(Parameter parameter, Column column) {
    return parameter.name().equals(column.name());
  }

  private String column(String name, ValueType type) {
    return Identifier.quote(name) + " " + type(type);
  }

  private static List<Column> outputs(Routine.Function function) {
    return function.result() instanceof Result.Outputs outputs ? outputs.columns() : List.of();
  }

  /** As pg_get_function_result writes it. */
  private String returns(Routine.Function function) {
    if (function.routineKind() == RoutineKind.PROCEDURE) {
      return "";
    } else if (function.result() instanceof Result.Table table) {
      return table.columns().stream()
          .map(column -> column(column.name(), column.type()))
          .collect(Collectors.joining(", ", "TABLE(", ")"));
    } else if (function.result() instanceof Result.Outputs outputs) {
      return outputs.columns().size() == 1 ? type(outputs.columns().get(0).type()) : "record";
    }
    return value(function.result());
  }

  private String value(Result result) {
    if (result instanceof Result.Value value) {
      return type(value.type());
    }
    return result instanceof Result.Values values ? "SETOF " + type(values.type()) : "void";
  }

  /** What CREATE OR REPLACE cannot change, as the catalog's reader writes it. */
  String result(Routine routine) {
    if (!(routine instanceof Routine.Function function)) {
      return routine instanceof Routine.TriggerFunction ? "trigger" : "event_trigger";
    } else if (function.result() instanceof Result.Table table) {
      return "SETOF " + row(table.columns(), false);
    } else if (function.result() instanceof Result.Outputs outputs) {
      return row(outputs.columns(), function.routineKind() == RoutineKind.PROCEDURE);
    }
    return value(function.result());
  }

  private String row(List<Column> columns, boolean isAlwaysRow) {
    return columns.size() == 1 && !isAlwaysRow
        ? type(columns.get(0).type())
        : columns.stream()
            .map(column -> column.name() + " " + type(column.type()))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The identity as PostgreSQL writes it. */
  String identity(String schema, String name, List<Parameter> parameters) {
    return Identifier.quote(schema)
        + "."
        + Identifier.quote(name)
        + parameters.stream()
            .map(parameter -> type(parameter.type()))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The SQL types that these names are about. */
  static List<String> types(Routine.Function function) {
    List<String> types = new ArrayList<>(function.attributes().transforms());
    function.parameters().forEach(parameter -> types.add(parameter.type().sql()));
    outputs(function).forEach(column -> types.add(column.type().sql()));
    if (function.result() instanceof Result.Table table) {
      table.columns().forEach(column -> types.add(column.type().sql()));
    } else if (function.result() instanceof Result.Value value) {
      types.add(value.type().sql());
    } else if (function.result() instanceof Result.Values values) {
      types.add(values.type().sql());
    }
    return types;
  }
}
