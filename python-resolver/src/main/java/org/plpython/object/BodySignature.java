package org.plpython.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.descriptor.Declaration.DescribedParameter;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Declaration.Returns;
import org.plpython.descriptor.Place;
import org.plpython.object.Conversion.Scalar;
import org.plpython.object.DescribedSql.Mode;
import org.plpython.object.Parameter.Passing;
import org.plpython.object.Result.Column;
import org.plpython.object.Result.Shape;
import org.plpython.source.Diagnostics;

/** The parameters and the result of a body in PL/Python: the descriptor says all of them. */
final class BodySignature {
  private final FunctionDeclaration declaration;
  private final NameLength names;
  private final Diagnostics diagnostics;
  private final List<Column> outputs = new ArrayList<>();

  BodySignature(FunctionDeclaration declaration, NameLength names, Diagnostics diagnostics) {
    this.declaration = declaration;
    this.names = names;
    this.diagnostics = diagnostics;
  }

  /** What arguments are passed to; a mistake has been reported. */
  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    for (Map.Entry<String, DescribedParameter> written : declaration.parameters().entrySet()) {
      Place place = declaration.place().at(written.getValue().position());
      names.check(place, "parameter", written.getKey());
      DescribedSql.read(written.getValue().sql(), place, diagnostics)
          .ifPresent(sql -> add(written.getKey(), sql, place, parameters));
    }
    if (parameters.size() + outputs.size() > ParameterRules.MOST_PARAMETERS) {
      declaration
          .place()
          .report(
              diagnostics,
              "there are more than " + ParameterRules.MOST_PARAMETERS + " parameters",
              "PostgreSQL takes no more: hand over an array, or jsonb.");
    }
    return parameters;
  }

  private void add(String name, DescribedSql sql, Place place, List<Parameter> parameters) {
    ValueType type = plain(sql.type());
    refuse(name, sql, place, parameters);
    if (sql.mode().isInput()) {
      Passing passing = sql.mode() == Mode.VARIADIC ? Passing.VARIADIC : Passing.POSITIONAL;
      parameters.add(new Parameter(name, type, passing, sql.defaultValue(), false, false));
    }
    if (sql.mode().isOutput()) {
      outputs.add(new Column(name, type));
    }
  }

  /** PL/Python's own value: nothing is converted. */
  private static ValueType plain(SqlType type) {
    return new ValueType(type.sql(), Scalar.NONE);
  }

  /** What CREATE FUNCTION refuses. */
  private void refuse(String name, DescribedSql sql, Place place, List<Parameter> before) {
    boolean isInput = sql.mode().isInput();
    boolean needsDefault =
        isInput
            && sql.mode() != Mode.VARIADIC
            && sql.defaultValue().isEmpty()
            && before.stream().anyMatch(p -> p.defaultValue().isPresent());
    boolean isAfterOutput =
        isInput && outputs.stream().anyMatch(o -> before.stream().noneMatch(b -> isNamed(b, o)));
    if (!isInput && sql.defaultValue().isPresent()) {
      report(
          place, name, "is OUT and has a default", "Remove the default: nothing is passed to it.");
    } else if (sql.mode() == Mode.VARIADIC && !sql.type().isArray()) {
      report(place, name, "is VARIADIC and no array", "Write an array type: VARIADIC text[].");
    } else if (isInput && before.stream().anyMatch(p -> p.passing() == Passing.VARIADIC)) {
      report(place, name, "follows a VARIADIC one", "Write the VARIADIC parameter last.");
    } else if (needsDefault) {
      report(
          place,
          name,
          "has no default but follows one that has",
          "PostgreSQL wants parameters with defaults last: move it or give it a default.");
    } else if (isAfterOutput) {
      report(place, name, "follows an OUT parameter", "Write OUT parameters last.");
    }
  }

  private static boolean isNamed(Parameter parameter, Column output) {
    return parameter.name().equals(output.name());
  }

  private void report(Place place, String name, String problem, String advice) {
    place.report(diagnostics, "parameter '" + name + "' " + problem, advice);
  }

  /** The result, once the parameters have been read; empty if it holds a mistake. */
  Optional<Result> result() {
    Optional<Returns> returns = declaration.returns();
    if (returns.isEmpty()) {
      return Optional.of(
          outputs.isEmpty() ? new Result.Nothing() : new Result.Outputs(outputs, Shape.ITEMS));
    }
    Place place = declaration.place().at(returns.get().position());
    Optional<String> type = returns.get().type();
    if (!outputs.isEmpty()) {
      return ofOutputs(returns.get(), place);
    } else if (type.isPresent()) {
      return type.get().equalsIgnoreCase("void") && !returns.get().isSet()
          ? Optional.of(new Result.Nothing())
          : DescribedSql.type(type.get(), place, diagnostics)
              .map(BodySignature::plain)
              .map(t -> returns.get().isSet() ? new Result.Values(t) : new Result.Value(t));
    }
    return columns(returns.get(), place)
        .map(
            columns ->
                returns.get().isSet()
                    ? new Result.Table(columns, Shape.ITEMS)
                    : new Result.Outputs(columns, Shape.ITEMS));
  }

  private Optional<Result> ofOutputs(Returns returns, Place place) {
    boolean isRecord = returns.type().filter("record"::equalsIgnoreCase).isPresent();
    if (!isRecord) {
      place.report(
          diagnostics,
          "the result is said twice: by OUT parameters and by returns",
          "Remove one of them. SETOF record makes a set of rows of the OUT parameters.");
      return Optional.empty();
    }
    return Optional.of(
        returns.isSet()
            ? new Result.Table(outputs, Shape.ITEMS)
            : new Result.Outputs(outputs, Shape.ITEMS));
  }

  private Optional<List<Column>> columns(Returns returns, Place place) {
    List<Column> columns = new ArrayList<>();
    for (Map.Entry<String, String> column : returns.columns().entrySet()) {
      DescribedSql.type(column.getValue(), place, diagnostics)
          .ifPresent(type -> columns.add(new Column(column.getKey(), plain(type))));
    }
    return columns.size() < returns.columns().size() || columns.isEmpty()
        ? Optional.empty()
        : Optional.of(columns);
  }
}
