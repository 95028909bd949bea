package org.plpython.python;

import java.util.List;
import java.util.Optional;
import org.plpython.source.Position;

/** Something that stands in a file's code, wherever it is nested. */
public sealed interface Occurrence {

  /** Where it begins. */
  Position position();

  /** What it stands in. */
  Site site();

  /**
   * A call.
   *
   * @param isStatement it is made for its effect only
   */
  record Call(
      Position position,
      Site site,
      Reference function,
      List<Argument> arguments,
      boolean isStatement)
      implements Occurrence {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * An argument of a call.
   *
   * @param name empty: by position, or unpacked
   */
  record Argument(Position position, Optional<String> name, Value value) {}

  /** An assignment to, or a deletion of, an attribute or an item. */
  record Store(Position position, Site site, Reference target) implements Occurrence {}

  /**
   * A binding of a name.
   *
   * @param isGlobal the name is one of the file's
   */
  record Binding(Position position, Site site, String name, boolean isGlobal, Value value)
      implements Occurrence {}

  /** A value that a function may return; of {@code a if b else c} there are two. */
  record Return(Position position, Site site, Value value) implements Occurrence {}

  /**
   * A parameter's default value.
   *
   * @param site where it is evaluated: outside of the function
   */
  record Default(Position position, Site site, String parameter, Value value)
      implements Occurrence {}

  /**
   * {@code except}.
   *
   * @param types the exceptions that it names; empty: any
   * @param isReraising something is raised in it
   * @param tried the lines whose errors it handles
   */
  record Handler(
      Position position, Site site, List<Reference> types, boolean isReraising, Lines tried)
      implements Occurrence {
    public Handler {
      types = List.copyOf(types);
    }
  }

  /**
   * An import of one module or name.
   *
   * @param module as written; relative ones begin with a dot
   * @param name what is imported of the module; empty: the module itself
   * @param isOptional its failure is handled, or it is for type checkers only
   */
  record Import(
      Position position, Site site, String module, Optional<String> name, boolean isOptional)
      implements Occurrence {}
}
