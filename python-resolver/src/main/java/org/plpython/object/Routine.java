package org.plpython.object;

import java.util.List;
import java.util.Optional;
import org.plpython.descriptor.Attributes;
import org.plpython.descriptor.Privileges;
import org.plpython.descriptor.RoutineKind;

/** A function or procedure in PL/Python. */
public sealed interface Routine extends DatabaseObject {

  /** Its name. */
  QualifiedName name();

  /**
   * Its comment, by default its docstring; empty: none is declared, and one that is there stays.
   */
  Optional<String> comment();

  /** What it runs. */
  RoutineCode code();

  /** How SQL calls it. */
  RoutineKind routineKind();

  @Override
  default String kind() {
    return switch (routineKind()) {
      case FUNCTION -> "function";
      case PROCEDURE -> "procedure";
    };
  }

  /**
   * A function or procedure that SQL calls.
   *
   * @param checksum of all the rest; it is asked for again and again
   */
  record Function(
      RoutineKind routineKind,
      QualifiedName name,
      List<Parameter> parameters,
      Result result,
      Attributes attributes,
      Privileges privileges,
      Optional<String> comment,
      RoutineCode code,
      Install install,
      Origin origin,
      Checksum checksum)
      implements Routine {
    public Function {
      parameters = List.copyOf(parameters);
    }

    /** With its checksum. */
    Function withChecksum() {
      return new Function(
          routineKind,
          name,
          parameters,
          result,
          attributes,
          privileges,
          comment,
          code,
          install,
          origin,
          Checksum.of(this));
    }

    @Override
    public String identity() {
      return name.sql() + Signature.of(parameters);
    }
  }

  /**
   * A function that triggers call.
   *
   * @param checksum of all the rest; it is asked for again and again
   */
  record TriggerFunction(
      QualifiedName name,
      TriggerCall call,
      Optional<String> comment,
      RoutineCode code,
      Install install,
      Origin origin,
      Checksum checksum)
      implements Routine {

    /** With its checksum. */
    TriggerFunction withChecksum() {
      return new TriggerFunction(name, call, comment, code, install, origin, Checksum.of(this));
    }

    @Override
    public RoutineKind routineKind() {
      return RoutineKind.FUNCTION;
    }

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
      RoutineCode code,
      Install install,
      Origin origin)
      implements Routine {
    public EventTriggerFunction {
      arguments = List.copyOf(arguments);
    }

    @Override
    public RoutineKind routineKind() {
      return RoutineKind.FUNCTION;
    }

    @Override
    public String identity() {
      return name.sql() + "()";
    }
  }
}
