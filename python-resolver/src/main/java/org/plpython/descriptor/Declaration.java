package org.plpython.descriptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement;
import org.plpython.source.Position;
import org.plpython.source.SourceFile;

/** A Python function, or the body of one, that its author wants in the database. */
public sealed interface Declaration {

  /** The file it stands in. */
  PythonFile file();

  /** The function. */
  Statement.Function function();

  /** The text that is installed as it is; empty: the function is installed as a module's. */
  Optional<Body> body();

  /**
   * Where messages about the function's name point: at its def, or at what describes its body.
   *
   * @param described the entry of a descriptor, or a decorator
   */
  default Place functionPlace(Place described) {
    return body().isPresent() ? described : Place.of(file(), function().position());
  }

  /**
   * A body in PL/Python, of a descriptor. {@link #file} is then nothing but that body, as a
   * function whose lines and columns are those of the descriptor.
   *
   * @param source the descriptor
   * @param firstLine where the text begins in it, counted from 1
   * @param text with LF line ends
   */
  record Body(SourceFile source, int firstLine, String text) {}

  /**
   * What a descriptor says of a parameter.
   *
   * @param position of its name
   * @param sql as written: mode, type and default
   */
  record DescribedParameter(Position position, String sql) {}

  /**
   * {@code @plfunction} or {@code @plprocedure}.
   *
   * @param place of the decorator, or of the entry
   * @param name in the database
   * @param schema empty: the first one of the connection's search path
   * @param comment in place of the docstring
   * @param parameters what a descriptor says of parameters, by their names
   * @param returns what the author says of the result in SQL
   * @param turn empty: in its usual turn
   * @param aggregates over this function, in the order they are written in
   */
  record FunctionDeclaration(
      PythonFile file,
      Statement.Function function,
      Optional<Body> body,
      Place place,
      RoutineKind kind,
      String name,
      Optional<String> schema,
      Attributes attributes,
      Privileges privileges,
      Optional<String> comment,
      Map<String, DescribedParameter> parameters,
      Optional<Returns> returns,
      Optional<Turn> turn,
      List<AggregateOptions> aggregates)
      implements Declaration {
    public FunctionDeclaration {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
      aggregates = List.copyOf(aggregates);
    }

    /** Where the function is named: at its {@code def}, or in its entry. */
    public Place named() {
      return place.notation() == Notation.DECORATOR ? place.at(function.position()) : place;
    }

    /** For an advice: where else something can be said; empty for decorators. */
    public String inDescriptor(String option) {
      return place.notation() == Notation.DECORATOR
          ? ""
          : ", or its SQL type in " + option + ": at " + place;
    }

    /** The same with aggregates over it. */
    FunctionDeclaration with(List<AggregateOptions> described) {
      return new FunctionDeclaration(
          file,
          function,
          body,
          place,
          kind,
          name,
          schema,
          attributes,
          privileges,
          comment,
          parameters,
          returns,
          turn,
          Stream.concat(aggregates.stream(), described.stream()).toList());
    }
  }

  /**
   * The option {@code returns}.
   *
   * @param position of its value
   * @param type one SQL type; empty if there are columns
   * @param columns the names and SQL types of OUT and INOUT parameters or of a table's columns, in
   *     order
   * @param isSet SETOF or TABLE is written
   */
  record Returns(
      Position position, Optional<String> type, Map<String, String> columns, boolean isSet) {
    public Returns {
      columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
  }

  /**
   * What one {@code @plaggregate} says; its state function is the one below it.
   *
   * @param place of the decorator, or of the entry
   * @param name in the database
   * @param schema empty: that of the state function
   * @param initial the first state, as PostgreSQL reads it; empty: NULL
   * @param finalFunction the Python name of the function that makes the result of the last state
   * @param combineFunction the Python name of the function that makes one state of two
   * @param turn empty: that of the state function
   */
  record AggregateOptions(
      Place place,
      String name,
      Optional<String> schema,
      Optional<String> initial,
      Optional<Expression> finalFunction,
      Optional<Expression> combineFunction,
      Optional<String> sortOperator,
      Parallel parallel,
      Privileges privileges,
      Optional<String> comment,
      Optional<Turn> turn) {}

  /**
   * A function with one or more {@code @pltrigger}.
   *
   * @param name of the function in the database
   * @param triggers in the order they are written in; never empty
   */
  record TriggerDeclaration(
      PythonFile file,
      Statement.Function function,
      Optional<Body> body,
      String name,
      List<TriggerOptions> triggers)
      implements Declaration {
    public TriggerDeclaration {
      triggers = List.copyOf(triggers);
    }
  }

  /**
   * What one {@code @pltrigger} says.
   *
   * @param place of the decorator, or of the entry
   * @param name the trigger's
   * @param schema of the trigger's function; empty: that of the table
   * @param table as written, {@code schema.table} or {@code table}; empty if a model names it
   * @param model the class that stands for the table's rows
   * @param turn empty: in its usual turn
   * @param isDetached it is dropped before each pending migration and made again after it
   */
  record TriggerOptions(
      Place place,
      String name,
      Optional<String> schema,
      Optional<String> table,
      Optional<Expression> model,
      TriggerDefinition definition,
      Optional<Turn> turn,
      boolean isDetached) {}

  /**
   * A function with one or more {@code @pleventtrigger}.
   *
   * @param name of the function in the database
   * @param triggers in the order they are written in; never empty
   */
  record EventTriggerDeclaration(
      PythonFile file,
      Statement.Function function,
      Optional<Body> body,
      String name,
      List<EventTriggerOptions> triggers)
      implements Declaration {
    public EventTriggerDeclaration {
      triggers = List.copyOf(triggers);
    }
  }

  /**
   * What one {@code @pleventtrigger} says.
   *
   * @param place of the decorator, or of the entry
   * @param name the event trigger's
   * @param schema of its function; empty: the first one of the connection's search path
   * @param tags the commands it fires for, in capitals; empty: any
   * @param enabled empty: not declared, and what somebody set stays
   * @param turn empty: in its usual turn
   */
  record EventTriggerOptions(
      Place place,
      String name,
      Optional<String> schema,
      DatabaseEvent event,
      List<String> tags,
      Optional<EnabledState> enabled,
      Optional<Turn> turn) {
    public EventTriggerOptions {
      tags = List.copyOf(tags);
    }
  }
}
