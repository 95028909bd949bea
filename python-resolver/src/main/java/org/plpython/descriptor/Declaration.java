package org.plpython.descriptor;

import java.util.List;
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
   * {@code @plfunction}.
   *
   * @param name in the database
   * @param schema empty: the first one of the connection's search path
   */
  record FunctionDeclaration(
      PythonFile file,
      Statement.Function function,
      String name,
      Optional<String> schema,
      Attributes attributes)
      implements Declaration {}

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
   * @param columns after UPDATE OF; empty: any
   * @param condition after WHEN, as SQL
   */
  record TriggerOptions(
      Position position,
      String name,
      Optional<String> schema,
      Optional<String> table,
      Optional<Expression> model,
      Timing timing,
      List<Event> events,
      List<String> columns,
      Optional<String> condition) {
    public TriggerOptions {
      events = List.copyOf(events);
      columns = List.copyOf(columns);
    }
  }
}
