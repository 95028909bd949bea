package org.plpython.object;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plpython.descriptor.Attributes;

/** A function in PL/Python. */
public sealed interface Routine extends DatabaseObject {

  /** Its name. */
  QualifiedName name();

  /** Its comment, from the docstring; empty: none is declared, and one that is there stays. */
  Optional<String> comment();

  /** Its source. */
  Program program();

  @Override
  default String kind() {
    return "function";
  }

  /**
   * A function that SQL calls.
   *
   * @param result empty: void
   */
  record Function(
      QualifiedName name,
      List<Parameter> parameters,
      Optional<ValueType> result,
      Attributes attributes,
      Optional<String> comment,
      Program program,
      Origin origin)
      implements Routine {
    public Function {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String identity() {
      return parameters.stream()
          .map(parameter -> parameter.type().sql())
          .collect(Collectors.joining(", ", name.sql() + "(", ")"));
    }
  }

  /** A function that triggers call. */
  record TriggerFunction(
      QualifiedName name,
      TriggerCall call,
      Optional<String> comment,
      Program program,
      Origin origin)
      implements Routine {

    @Override
    public String identity() {
      return name.sql() + "()";
    }
  }

  /**
   * A function that event triggers call.
   *
   * @param arguments what its parameters get, in their order: no rows
   */
  record EventTriggerFunction(
      QualifiedName name,
      List<TriggerCall.Argument> arguments,
      Optional<String> comment,
      Program program,
      Origin origin)
      implements Routine {
    public EventTriggerFunction {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String identity() {
      return name.sql() + "()";
    }
  }
}
