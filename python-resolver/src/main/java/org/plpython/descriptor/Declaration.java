package org.plpython.descriptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement;
import org.plpython.source.Position;

/** A Python function that its author wants in the database. */
public sealed interface Declaration {

  /** The file it stands in. */
  PythonFile file();

  /** The function. */
  Statement.Function function();

  /**
   * {@code @plfunction} or {@code @plprocedure}.
   *
   * @param position of the decorator
   * @param name in the database
   * @param schema empty: the first one of the connection's search path
   * @param comment in place of the docstring
   * @param returns what the author says of the result in SQL
   * @param aggregates over this function, in the order they are written in
   */
  record FunctionDeclaration(
      PythonFile file,
      Statement.Function function,
      Position position,
      RoutineKind kind,
      String name,
      Optional<String> schema,
      Attributes attributes,
      Privileges privileges,
      Optional<String> comment,
      Optional<Returns> returns,
      List<AggregateOptions> aggregates)
      implements Declaration {
    public FunctionDeclaration {
      aggregates = List.copyOf(aggregates);
    }
  }

  /**
   * The option {@code returns}.
   *
   * @param position of its value
   * @param type one SQL type; empty if there are columns
   * @param columns the names and SQL types of OUT and INOUT parameters, in order
   */
  record Returns(Position position, Optional<String> type, Map<String, String> columns) {
    public Returns {
      columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
  }

  /**
   * What one {@code @plaggregate} says; its state function is the one below it.
   *
   * @param position of the decorator
   * @param name in the database
   * @param schema empty: that of the state function
   * @param initial the first state, as PostgreSQL reads it; empty: NULL
   * @param finalFunction the Python name of the function that makes the result of the last state
   * @param combineFunction the Python name of the function that makes one state of two
   */
  record AggregateOptions(
      Position position,
      String name,
      Optional<String> schema,
      Optional<String> initial,
      Optional<Expression> finalFunction,
      Optional<Expression> combineFunction,
      Optional<String> sortOperator,
      Parallel parallel,
      Privileges privileges,
      Optional<String> comment) {}

  /**
   * A function with one or more {@code @pltrigger}.
   *
   * @param triggers in the order they are written in; never empty
   */
  record TriggerDeclaration(
      PythonFile file, Statement.Function function, List<TriggerOptions> triggers)
      implements Declaration {
    public TriggerDeclaration {
      triggers = List.copyOf(triggers);
    }
  }

  /**
   * What one {@code @pltrigger} says.
   *
   * @param position of the decorator
   * @param name the trigger's
   * @param schema of the trigger's function; empty: that of the table
   * @param table as written, {@code schema.table} or {@code table}; empty if a model names it
   * @param model the class that stands for the table's rows
   */
  record TriggerOptions(
      Position position,
      String name,
      Optional<String> schema,
      Optional<String> table,
      Optional<Expression> model,
      TriggerDefinition definition) {}

  /**
   * A function with one or more {@code @pleventtrigger}.
   *
   * @param triggers in the order they are written in; never empty
   */
  record EventTriggerDeclaration(
      PythonFile file, Statement.Function function, List<EventTriggerOptions> triggers)
      implements Declaration {
    public EventTriggerDeclaration {
      triggers = List.copyOf(triggers);
    }
  }

  /**
   * What one {@code @pleventtrigger} says.
   *
   * @param position of the decorator
   * @param name the event trigger's
   * @param schema of its function; empty: the first one of the connection's search path
   * @param tags the commands it fires for, in capitals; empty: any
   * @param enabled empty: not declared, and what somebody set stays
   */
  record EventTriggerOptions(
      Position position,
      String name,
      Optional<String> schema,
      DatabaseEvent event,
      List<String> tags,
      Optional<EnabledState> enabled) {
    public EventTriggerOptions {
      tags = List.copyOf(tags);
    }
  }
}
